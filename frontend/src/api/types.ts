import type { components } from "./schema";

type Schemas = components["schemas"];

export type Announced = Schemas["Announced"];
export type AnnouncedAvatar = Schemas["AnnouncedAvatar"];
export type Attachment = Schemas["Attachment"];
export type AttachmentDetails = Schemas["AttachmentDetails"];
export type Child = Schemas["Child"];
export type ChildDetails = Schemas["ChildDetails"];
export type Curve = Schemas["Curve"];
export type Dental = Schemas["Dental"];
export type ErrorBody = Schemas["ErrorBody"];
export type Event = Schemas["Event"];
export type EventDetails = Schemas["EventDetails"];
export type Eye = Schemas["Eye"];
export type AccessToken = Schemas["AccessToken"];
export type AdminAct = Schemas["Page_AdminAct"]["items"][number];
export type AuditEntry = Schemas["Page_AuditEntry"]["items"][number];
export type FactorSecret = Schemas["FactorSecret"];
export type Entry = Schemas["Entry"];
export type FailedLetter = Schemas["Page_FailedLetter"]["items"][number];
export type AllergySeverity = Schemas["AllergySeverity"];
export type Dose = Schemas["Dose"];
export type DoseUnit = Schemas["DoseUnit"];
export type EventType = Schemas["EventType"];
export type Family = Schemas["Family"];
export type FamilyRole = Schemas["FamilyRole"];
export type Gestation = Schemas["Gestation"];
export type GivenDose = Schemas["GivenDose"];
export type Growth = Schemas["Growth"];
export type GrowthEntry = Schemas["GrowthEntry"];
export type HandOver = Schemas["HandOver"];
export type HistoryAction = Schemas["HistoryAction"];
export type HistoryEntry = Schemas["Page_HistoryEntry"]["items"][number];
export type Home = Schemas["Home"];
export type Illness = Schemas["Illness"];
export type IllnessDetails = Schemas["IllnessDetails"];
export type Injury = Schemas["Injury"];
export type Length = Schemas["Length"];
export type Linked = Schemas["Linked"];
export type LinkedRecord = Schemas["LinkedRecord"];
export type InstanceSettings = Schemas["Settings"];
export type Invite = Schemas["Invite"];
export type InviteDetails = Schemas["InviteDetails"];
export type InvitePreview = Schemas["InvitePreview"];
export type ManagedFamily = Schemas["ManagedFamily"];
export type ManagedUser = Schemas["ManagedUser"];
export type ManagedUserDetails = Schemas["ManagedUserDetails"];
export type Measurement = Schemas["Measurement"];
export type MeasurementDetails = Schemas["MeasurementDetails"];
export type Member = Schemas["Member"];
export type MemberDetails = Schemas["MemberDetails"];
export type NewInvite = Schemas["NewInvite"];
export type Heatmap = Schemas["Heatmap"];
export type IllnessType = Schemas["IllnessType"];
export type LastAndNext = Schemas["LastAndNext"];
export type MedicalEvent = Schemas["Event"];
export type MedicationPart = Schemas["Medication"];
export type MedicineGiven = Schemas["MedicineGiven"];
export type Overview = Schemas["Overview"];
export type Point = Schemas["Point"];
export type Preferences = Schemas["Preferences"];
export type Prescription = Schemas["Prescription"];
export type ReadEntry = Schemas["Page_ReadEntry"]["items"][number];
export type RecordKind = Schemas["RecordKind"];
export type RegistrationMode = Schemas["RegistrationMode"];
export type Search = Schemas["Search"];
export type SearchPage = Schemas["SearchPage"];
export type Segment = Schemas["Segment"];
export type Session = Schemas["Session"];
export type SignedIn = Schemas["SignedIn"];
export type SizeSegment = Schemas["SizeSegment"];
export type Temperature = Schemas["Temperature"];
export type Statistics = Schemas["Statistics"];
export type Trashed = Schemas["Page_Trashed"]["items"][number];
export type TemperatureReading = Schemas["TemperatureReading"];
export type UnitPreferences = Schemas["UnitPreferences"];
export type Upload = Schemas["Upload"];
export type User = Schemas["User"];
export type VaccineProduct = Schemas["VaccineProduct"];
export type Vision = Schemas["Vision"];
export type Visit = Schemas["Visit"];
export type VisitBody = Schemas["VisitBody"];
export type Vitals = Schemas["Vitals"];
export type Vaccine = Schemas["Vaccine"];
export type VaccineSite = Schemas["VaccineSite"];
export type VisitType = Schemas["VisitType"];
export type Weight = Schemas["Weight"];

/**
 * What stands between a person and closing their account.
 * The document of the API has two things of this name and keeps the other one.
 */
export interface Closing {
  sole_owner_of: Family[];
  leaves: Family[];
}
