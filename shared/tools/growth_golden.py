#!/usr/bin/env python3
"""Writes the golden values of the growth engine from the CSV tables, with its own code and the standard library only.

Run from the folder that holds `reference/growth`:

    python3 tools/growth_golden.py

It writes
  tests/golden/growth_scores.csv       one value of one row of one standard: z, centile, percent of P95
  tests/golden/growth_assessments.csv  one observation and one measure of it, by all the rules: standard, z, flags

The formulas are those of `reference/growth/README.md`; the output depends on nothing but the tables.
"""

import csv
import math
from bisect import bisect_right
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "reference" / "growth"
GOLDEN = ROOT / "tests" / "golden"
MONTH = 30.4375
SEXES = ("male", "female")


# The normal distribution.

def phi(z):
    return 0.5 * math.erfc(-z / math.sqrt(2))


def log_tail(z):
    """ln of the share above z, also where the share underflows."""
    if z < 30:
        return math.log(0.5 * math.erfc(z / math.sqrt(2)))
    ratio = 0.0
    for k in range(60, 0, -1):  # Mills' ratio as a continued fraction
        ratio = k / (z + ratio)
    return -z * z / 2 - 0.5 * math.log(2 * math.pi) - math.log(z + ratio)


def z_of_log_tail(wanted):
    """The z with a given ln of the share above it, by bisection."""
    low, high = -40.0, 1e9
    for _ in range(300):
        middle = (low + high) / 2
        if log_tail(middle) > wanted:
            low = middle
        else:
            high = middle
    return (low + high) / 2


# The tables, as sorted lists of (key, (l, m, s)).

def load(name):
    tables = defaultdict(list)
    with open(TABLES / name, newline="") as file:
        for row in csv.reader(file):
            if row[0] == "measure":
                continue
            tables[row[0], row[1]].append((float(row[2]), tuple(map(float, row[3:]))))
    for rows in tables.values():
        rows.sort()
    return tables


WHO_2006 = load("who2006_by_day.csv")
SIZE = load("who2006_weight_for_length_height.csv")
WHO_2007 = load("who2007_by_month.csv")
CDC_2000 = load("cdc2000_by_month.csv")
DAILY_NAME = {"weight": "weight", "height": "length_height", "head_circumference": "head", "bmi": "bmi"}


def interpolated(rows, key):
    keys = [row[0] for row in rows]
    if not keys[0] <= key <= keys[-1]:
        return None
    after = bisect_right(keys, key)
    if after == len(keys):
        return rows[-1][1]
    (k0, low), (k1, high) = rows[after - 1], rows[after]
    return tuple(a + (b - a) * ((key - k0) / (k1 - k0)) for a, b in zip(low, high))


def row_by_age(standard, measure, sex, days):
    if standard == "who_2006":
        rows = dict(WHO_2006.get((DAILY_NAME.get(measure), sex), []))
        return rows.get(math.floor(days))
    months = days / MONTH
    table = WHO_2007 if standard == "who_2007" else CDC_2000
    if (measure, sex) not in table or (standard == "cdc_2000" and months > 240):
        return None
    return interpolated(table[measure, sex], months)


def row_by_size(measure, sex, cm):
    return interpolated(SIZE[measure, sex], round(cm, 6))


# The formulas.

RESTRICTED = {"weight", "bmi", "weight_for_length", "weight_for_height"}


def near_zero(standard, l):
    return abs(l) < 0.01 if standard == "cdc_2000" else l == 0


def value_at(standard, row, z):
    l, m, s = row
    if near_zero(standard, l):
        return m * math.exp(s * z)
    inner = 1 + l * s * z
    return m * inner ** (1 / l) if inner > 0 else math.nan


def score(standard, measure, sex, days, row, y):
    """z, centile, percent of P95 (or None)."""
    l, m, s = row
    z = math.log(y / m) / s if near_zero(standard, l) else ((y / m) ** l - 1) / (l * s)
    if standard != "cdc_2000" and measure in RESTRICTED and abs(z) > 3:
        sign = math.copysign(1, z)
        x3, x2 = value_at(standard, row, 3 * sign), value_at(standard, row, 2 * sign)
        z = sign * (3 + (y - x3) / (x3 - x2))
    if standard == "cdc_2000" and measure == "bmi":
        p95 = value_at(standard, row, 1.6448536269514722)
        if y > p95:
            a = days / 365.25
            b0, b1, b2 = (0.3728, 0.5196, -0.0091) if sex == "male" else (0.8334, 0.3712, -0.0011)
            distance = (y - p95) / (b0 + b1 * a + b2 * a * a)
            z = z_of_log_tail(math.log(0.1) + log_tail(distance))
            return z, 90 + 10 * phi(distance), 100 * y / p95
    return z, 100 * phi(z), None


def value_of_z(standard, measure, sex, days, row, wanted):
    """A value with about the wanted z, by bisection on the score, so that no second inverse is needed."""
    low, high = row[1] * 1e-3, row[1] * 50
    for _ in range(100):
        middle = (low + high) / 2
        if score(standard, measure, sex, days, row, middle)[0] < wanted:
            low = middle
        else:
            high = middle
    return low


# The first file: scores.

TARGETS = (-8, 1.2, -3.2, 6, 0, -5, 3.3, -1.1, 8, 2.2, -2.9, 5, -6.1, 0.4, 1.7)

DAYS = {
    "who_2006": (0, 1, 91, 273, 274, 365, 730, 731, 1095, 1826),
    "who_2007": (60 * MONTH, 1827, 2500.5, 3652, 120 * MONTH, 5001, 6939, 228 * MONTH),
    "cdc_2000": (24 * MONTH, 731, 24.5 * MONTH, 1000, 39.5 * MONTH, 57.5 * MONTH, 3650, 5479, 7304, 240 * MONTH),
}
MEASURES = {
    "who_2006": ("weight", "height", "head_circumference", "bmi"),
    "who_2007": ("weight", "height", "bmi"),
    "cdc_2000": ("weight", "height", "bmi"),
}
SIZES = {
    "weight_for_length": (45, 45.05, 64.999, 71.12, 87.3, 109.95, 110),
    "weight_for_height": (65, 65.01, 80.025, 92.6, 103.1 - 0.7, 119.99, 120),
}


def scores():
    turn = 0
    for standard, days_of in DAYS.items():
        for measure in MEASURES[standard]:
            for sex in SEXES:
                for days in days_of:
                    row = row_by_age(standard, measure, sex, days)
                    if row is None:
                        continue
                    for _ in range(4):
                        turn += 1
                        yield from scored(standard, measure, sex, days, days, row, turn)
    for measure, sizes in SIZES.items():
        for sex in SEXES:
            for cm in sizes:
                row = row_by_size(measure, sex, cm)
                for _ in range(3):
                    turn += 1
                    yield from scored("who_2006", measure, sex, cm, None, row, turn)


def scored(standard, measure, sex, at, days, row, turn):
    wanted = TARGETS[turn % len(TARGETS)]
    value = round(value_of_z(standard, measure, sex, days, row, wanted), 4)
    z, centile, percent = score(standard, measure, sex, days, row, value)
    yield (standard, measure, sex, repr(at), repr(value), f"{z:.10f}", f"{centile:.12g}",
           "" if percent is None else f"{percent:.10g}")


# The second file: assessments by all the rules.

def assess(choice, correction, sex, gestation, day, position, weight_mg, height_um, head_um):
    """Yields (measure, value, adjusted, standard, z, centile, percent, why_not, flags)."""
    corrected = None
    use_before = {"until_two": 731, "until_three": 36 * MONTH, "never": 0}[correction]
    if gestation is not None and gestation < 37 * 7 and day < use_before:
        corrected = day - (280 - gestation)
    row_day = day if corrected is None else corrected
    expected = "lying" if row_day < 731 else "standing"

    standing_too_early = False
    length = height_um
    if height_um is not None and position not in (None, expected):
        if expected == "standing":
            length = height_um - 7000
        elif row_day < 9 * MONTH:
            standing_too_early = True
        else:
            length = height_um + 7000

    def standard_of(measure):
        if measure in ("head_circumference", "weight_for_height"):
            return "who_2006" if day <= 1826 else None
        if choice == "who":
            return "who_2006" if day / MONTH < 60 else "who_2007"
        return "who_2006" if day < 24 * MONTH else "cdc_2000"

    values = {}
    if weight_mg is not None:
        values["weight"] = weight_mg / 1e6
    if height_um is not None:
        values["height"] = height_um / 1e4
    if head_um is not None:
        values["head_circumference"] = head_um / 1e4
    if weight_mg is not None and height_um is not None:
        values["bmi"] = (weight_mg / 1e6) / (length / 1e6) ** 2
        values["weight_for_height"] = weight_mg / 1e6
    for measure, value in values.items():
        adjusted = length / 1e4 if measure == "height" and length != height_um else None
        used = value if adjusted is None else adjusted
        flags = ["standing_before_nine_months"] if measure == "height" and standing_too_early else []
        standard = standard_of(measure)
        why, row = None, None
        if row_day < 0:
            why = "before_due_date"
        elif standard is None:
            why = "no_reference"
        elif measure == "weight_for_height":
            table = "weight_for_length" if expected == "lying" else "weight_for_height"
            row = row_by_size(table, sex, length / 1e4)
            why = None if row else "size_out_of_range"
        else:
            row = row_by_age(standard, measure, sex, row_day)
            why = None if row else "no_reference"
        if why:
            yield measure, value, adjusted, None, None, None, None, why, flags
            continue
        z, centile, percent = score(standard, measure, sex, row_day, row, used)
        if implausible(standard, measure, row, used, z):
            flags.insert(0, "implausible")
            if slips(standard, measure, sex, row_day, row, value, used - value):
                flags.insert(1, "unit_slip")
        yield measure, value, adjusted, standard, z, centile, percent, None, flags


def implausible(standard, measure, row, y, z):
    if standard == "cdc_2000":
        median = row[1]
        half = (value_at(standard, row, 2) - median if y > median else median - value_at(standard, row, -2)) / 2
        z = (y - median) / half
        low, high = {"height": (-5, 4), "weight": (-5, 8), "bmi": (-4, 8)}[measure]
    else:
        low, high = {"height": (-6, 6), "weight": (-6, 5)}.get(measure, (-5, 5))
    return not low <= z <= high


UNITS = {
    "weight": (1, 0.001, 0.45359237, 0.45359237 / 16),
    "height": (1, 0.1, 2.54),
    "head_circumference": (1, 0.1, 2.54),
}


def slips(standard, measure, sex, days, row, value, conversion):
    units = UNITS.get(measure, ())
    meant = [value / a * b + conversion for a in units for b in units if a != b]
    return any(y > 0 and abs(score(standard, measure, sex, days, row, y)[0]) <= 3 for y in meant)


CASES = [
    # choice, correction, sex, gestation, day, position, weight mg, height um, head um
    ("cdc_from_two", "until_two", "male", None, 274, "lying", 8_022_900, 711_200, 452_000),
    ("cdc_from_two", "until_two", "male", None, 273, "lying", 8_022_900, 711_200, None),
    ("cdc_from_two", "until_two", "female", None, 273, "standing", 8_022_900, 711_200, None),
    ("cdc_from_two", "until_two", "female", None, 274, "standing", 8_022_900, 711_200, None),
    ("cdc_from_two", "until_two", "female", None, 0, None, 3_300_000, 495_000, 340_000),
    ("cdc_from_two", "until_two", "male", None, 0, None, 2_100_000, 449_000, 300_000),
    ("cdc_from_two", "until_two", "male", None, 730, "standing", 12_000_000, 871_000, 480_000),
    ("cdc_from_two", "until_two", "male", None, 731, "lying", 12_000_000, 878_000, 480_000),
    ("who", "until_two", "male", None, 731, "lying", 12_000_000, 878_000, 480_000),
    ("who", "until_two", "female", None, 1826, "standing", 18_000_000, 1_090_000, 500_000),
    ("who", "until_two", "female", None, 1827, "standing", 18_000_000, 1_090_000, 500_000),
    ("cdc_from_two", "until_two", "female", None, 1826, "lying", 18_000_000, 1_090_000, 500_000),
    ("cdc_from_two", "until_two", "female", None, 1827, "lying", 18_000_000, 1_090_000, 500_000),
    ("who", "never", "male", None, 3652, None, 30_000_000, 1_370_000, None),
    ("who", "never", "male", None, 3653, None, 30_000_000, 1_370_000, None),
    ("who", "never", "male", None, 6939, None, 70_000_000, 1_760_000, None),
    ("who", "never", "male", None, 6940, None, 70_000_000, 1_760_000, None),
    ("cdc_from_two", "never", "female", None, 7305, None, 60_000_000, 1_640_000, 550_000),
    ("cdc_from_two", "never", "female", None, 7306, None, 60_000_000, 1_640_000, 550_000),
    ("cdc_from_two", "until_two", "male", None, 3000, None, 52_000_000, 1_270_000, None),
    ("cdc_from_two", "until_two", "female", None, 5000, None, 110_000_000, 1_600_000, None),
    ("cdc_from_two", "until_two", "female", None, 5000, None, 260_000_000, 1_600_000, None),
    ("cdc_from_two", "until_two", "male", None, 5000, None, 900_000_000, 1_600_000, None),
    # unit slips: 17.6 lb as kg, 71 cm as inches, 28 in as cm, g as kg
    ("cdc_from_two", "until_two", "male", None, 274, "lying", 17_600_000, 1_803_400, 1_148_000),
    ("cdc_from_two", "until_two", "male", None, 274, "lying", 3_600_000, 280_000, 178_000),
    ("who", "until_two", "female", None, 400, "standing", 9_000, 7_300_000, None),
    ("cdc_from_two", "until_two", "female", None, 1500, "lying", 70_000_000, 404_000, 900_000),
    # preterm, 28 weeks + 3 days (81 days early)
    ("cdc_from_two", "until_two", "female", 199, 0, None, 1_100_000, 370_000, 260_000),
    ("cdc_from_two", "until_two", "female", 199, 80, None, 2_900_000, 470_000, 345_000),
    ("cdc_from_two", "until_two", "female", 199, 81, None, 2_900_000, 470_000, 345_000),
    ("cdc_from_two", "until_two", "female", 199, 354, "standing", 8_000_000, 705_000, 440_000),
    ("cdc_from_two", "until_two", "female", 199, 355, "standing", 8_000_000, 705_000, 440_000),
    ("cdc_from_two", "until_two", "female", 199, 730, "standing", 11_000_000, 840_000, 470_000),
    ("cdc_from_two", "until_two", "female", 199, 731, "standing", 11_000_000, 840_000, 470_000),
    ("who", "until_three", "female", 199, 731, "standing", 11_000_000, 840_000, 470_000),
    ("who", "until_three", "female", 199, 811, "standing", 11_500_000, 850_000, 472_000),
    ("who", "until_three", "female", 199, 812, "lying", 11_500_000, 857_000, 472_000),
    ("cdc_from_two", "until_three", "female", 199, 811, "standing", 11_500_000, 850_000, 472_000),
    ("cdc_from_two", "until_three", "female", 199, 812, "standing", 11_500_000, 850_000, 472_000),
    ("cdc_from_two", "until_three", "female", 199, 1095, None, 13_500_000, 930_000, None),
    ("cdc_from_two", "until_three", "female", 199, 1096, None, 13_500_000, 930_000, None),
    ("cdc_from_two", "never", "female", 199, 81, None, 2_900_000, 470_000, 345_000),
    ("cdc_from_two", "until_two", "male", 258, 100, None, 5_800_000, 600_000, 400_000),
    ("cdc_from_two", "until_two", "male", 259, 100, None, 5_800_000, 600_000, 400_000),
    # ends of weight for length and height
    ("who", "until_two", "male", None, 20, None, 2_300_000, 450_000, None),
    ("who", "until_two", "male", None, 20, None, 2_300_000, 449_999, None),
    ("who", "until_two", "male", None, 600, None, 18_000_000, 1_100_000, None),
    ("who", "until_two", "male", None, 600, None, 18_000_000, 1_100_001, None),
    ("who", "until_two", "male", None, 1800, "lying", 22_000_000, 1_207_000, None),
    ("who", "until_two", "male", None, 1800, "lying", 22_000_000, 1_207_001, None),
    ("who", "until_two", "male", None, 1400, "lying", 16_000_000, 1_031_000, None),
]


def assessments():
    for number, case in enumerate(CASES):
        for measure, value, adjusted, standard, z, centile, percent, why, flags in assess(*case):
            inputs = ["" if item is None else str(item) for item in case]
            yield (str(number), *inputs, measure, f"{value:.10g}",
                   "" if adjusted is None else repr(adjusted), standard or "",
                   "" if z is None else f"{z:.10f}", "" if z is None else f"{centile:.12g}",
                   "" if percent is None else f"{percent:.10g}", why or "", " ".join(flags))


def write(name, header, rows):
    GOLDEN.mkdir(parents=True, exist_ok=True)
    rows = list(rows)
    with open(GOLDEN / name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header.split(","))
        writer.writerows(rows)
    print(f"{name}: {len(rows)} rows")


def main():
    write("growth_scores.csv", "standard,measure,sex,at,value,z,centile,percent_of_p95", scores())
    write("growth_assessments.csv",
          "case,choice,correction,sex,gestation_days,age_days,position,weight_mg,height_um,head_um,"
          "measure,value,adjusted_value,standard,z,centile,percent_of_p95,why_not,flags", assessments())


if __name__ == "__main__":
    main()
