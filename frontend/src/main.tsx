import "./ui/styles.css";
import { MantineProvider } from "@mantine/core";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router";
import { forgetAnswers } from "./api/etags";
import { keys } from "./api/keys";
import { queryClient } from "./api/query-client";
import { onSessionEvent } from "./api/session";
import { speak } from "./lib/i18n";
import { paths } from "./routes/paths";
import { router } from "./routes/router";
import { colorSchemeManager, printInLightColours } from "./ui/color-scheme";
import { cssVariables, theme } from "./ui/theme";

onSessionEvent((event) => {
  if (event.kind === "user") {
    queryClient.setQueryData(keys.account, event.user);
    return;
  }
  // Nothing of the record stays in memory after the session.
  const state = event.kind === "ended" ? { ended: true } : null;
  void router.navigate(paths.signIn, { state, replace: true }).then(() => {
    queryClient.clear();
    forgetAnswers();
  });
});

await speak("en");
printInLightColours();

const root = document.getElementById("root");
if (root === null) {
  throw new Error("index.html has no element with the id root.");
}
createRoot(root).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        colorSchemeManager={colorSchemeManager}
        defaultColorScheme="auto"
      >
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </I18nProvider>
  </StrictMode>,
);
