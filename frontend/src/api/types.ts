import type { components } from "./schema";

type Schemas = components["schemas"];

export type Child = Schemas["Child"];
export type ChildDetails = Schemas["ChildDetails"];
export type Curve = Schemas["Curve"];
export type ErrorBody = Schemas["ErrorBody"];
export type Family = Schemas["Family"];
export type Gestation = Schemas["Gestation"];
export type Growth = Schemas["Growth"];
export type GrowthEntry = Schemas["GrowthEntry"];
export type Home = Schemas["Home"];
export type Length = Schemas["Length"];
export type Measurement = Schemas["Measurement"];
export type MeasurementDetails = Schemas["MeasurementDetails"];
export type Point = Schemas["Point"];
export type Preferences = Schemas["Preferences"];
export type Segment = Schemas["Segment"];
export type Session = Schemas["Session"];
export type SignedIn = Schemas["SignedIn"];
export type SizeSegment = Schemas["SizeSegment"];
export type UnitPreferences = Schemas["UnitPreferences"];
export type User = Schemas["User"];
export type Weight = Schemas["Weight"];
