const UNITS = ["kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** "240 kB", "1.2 MB". */
export function formatSize(bytes: number, locale: string): string {
  const kilobytes = bytes / 1000;
  const step =
    kilobytes < 1 ? 0 : Math.min(Math.floor(Math.log10(kilobytes) / 3), UNITS.length - 1);
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: UNITS[step] ?? "kilobyte",
    maximumFractionDigits: step === 0 ? 0 : 1,
  }).format(bytes === 0 ? 0 : Math.max(1, kilobytes / 1000 ** step));
}
