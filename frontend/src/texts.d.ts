// The catalogues of the other languages; vite/texts.ts makes them.
declare module "virtual:texts/*" {
  import type { Messages } from "@lingui/core";
  export const messages: Messages;
}
