import "react";

declare module "react" {
  // Custom properties carry a measured position to the style sheet.
  interface CSSProperties {
    "--left"?: number;
  }
}
