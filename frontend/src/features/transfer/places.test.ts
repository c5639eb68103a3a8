import { expect, test } from "vitest";
import { placeOf } from "./places";

test("a place in a file is read as people count", () => {
  expect(placeOf("measurements[12].details.date")).toEqual({
    part: "measurements",
    number: 13,
    field: "date",
  });
  expect(placeOf("row 3.weight")).toEqual({ part: "row", number: 3, field: "weight" });
  expect(placeOf("row 5")).toEqual({ part: "row", number: 5, field: null });
  expect(placeOf("visits[0]")).toEqual({ part: "visits", number: 1, field: null });
  expect(placeOf("visits.zodiac")).toEqual({ part: "visits", number: null, field: "zodiac" });
  expect(placeOf("invites")).toEqual({ part: "invites", number: null, field: null });
  expect(placeOf("data.json")).toEqual({ part: "data.json", number: null, field: null });
});
