import { localStorageColorSchemeManager } from "@mantine/core";

/** Beside the language all that this app keeps in browser storage; public/color-scheme.js reads it. */
export const colorSchemeManager = localStorageColorSchemeManager({
  key: "trajectory-color-scheme",
});

/** Paper is light: a page is printed in the light colours, whatever the screen shows. */
export function printInLightColours(): void {
  const page = document.documentElement;
  const attribute = "data-mantine-color-scheme";
  let onScreen: string | null = null;
  window.addEventListener("beforeprint", () => {
    onScreen = page.getAttribute(attribute);
    page.setAttribute(attribute, "light");
  });
  window.addEventListener("afterprint", () => {
    if (onScreen !== null) {
      page.setAttribute(attribute, onScreen);
    }
  });
}
