import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { diseaseNames, vaccineNames } from "./vaccines";

test("every vaccine and disease of the server's list has its words here", () => {
  const list = readFileSync("../shared/reference/vaccines/pick_list.csv", "utf8");
  const rows = list
    .trim()
    .split("\n")
    .slice(1)
    .map((row) => row.split(","));
  const said = (message: unknown) => JSON.stringify(message);
  expect(rows.length).toBeGreaterThan(90);
  for (const [cvx = "", name, diseases = ""] of rows) {
    expect(said(vaccineNames[cvx])).toContain(said([name]));
    for (const disease of diseases.split(";")) {
      expect(said(diseaseNames[disease])).toContain(said([disease]));
    }
  }
});
