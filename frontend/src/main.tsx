import "./ui/styles.css";
import { MantineProvider } from "@mantine/core";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router";
import { isConnected, onConnection } from "./api/connection";
import { forgetAnswers } from "./api/etags";
import { keys } from "./api/keys";
import { queryClient } from "./api/query-client";
import { onSessionEvent } from "./api/session";
import { keepAppOnDevice } from "./lib/app-update";
import { drafts } from "./lib/drafts";
import { firstLocale, speak } from "./lib/i18n";
import { paths, signInPath } from "./routes/paths";
import { router } from "./routes/router";
import { colorSchemeManager, printInLightColours } from "./ui/color-scheme";
import { cssVariables, theme } from "./ui/theme";

onSessionEvent((event) => {
  if (event.kind === "user") {
    drafts.eraseForeign(event.user.id);
    queryClient.setQueryData(keys.account, event.user);
    void speak(event.user.preferences.language);
    return;
  }
  // Nothing of the record stays in memory after the session, and nothing on the device after signing out.
  // Whose session has ended by itself goes on at the same place, with the drafts.
  const { pathname, search } = router.state.location;
  const [to, state] =
    event.kind === "ended"
      ? [signInPath(pathname + search), { ended: event.userId }]
      : [event.kind === "closed" ? paths.farewell : paths.signIn, null];
  if (event.kind !== "ended") {
    drafts.eraseAll();
  }
  void router.navigate(to, { state, replace: true }).then(() => {
    queryClient.clear();
    forgetAnswers();
  });
});

onConnection(() => {
  if (isConnected()) {
    // What could not be loaded is asked for again, and what may be old.
    void queryClient.invalidateQueries({ predicate: ({ queryKey: [kind] }) => kind !== "account" });
  }
});

await speak(firstLocale());
printInLightColours();

if (import.meta.env.PROD) {
  keepAppOnDevice(import.meta.url);
}

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
