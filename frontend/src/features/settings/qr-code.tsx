import encodeQR from "qr";
import classes from "./second-factor-sheet.module.css";

/** A text as a picture for a camera, drawn here: a secret must not go to anybody else. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const rows = encodeQR(text, "raw");
  const path = rows
    .flatMap((row, y) =>
      row.flatMap((dark, x) => (dark ? `M${String(x)} ${String(y)}h1v1h-1z` : [])),
    )
    .join("");
  const size = String(rows.length);
  return (
    <svg
      className={classes.qr}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <path d={path} />
    </svg>
  );
}
