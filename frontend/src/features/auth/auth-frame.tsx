import { Stack, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { languageNames, locales, speak } from "../../lib/i18n";
import { LanguageChoice } from "../../ui/language-choice";
import { Logo } from "../../ui/logo";
import { Page } from "../../ui/page";
import classes from "./auth-frame.module.css";

interface AuthFrameProps {
  documentTitle: string;
  title: ReactNode;
  lead: ReactNode;
  children: ReactNode;
}

/** The pages before somebody is signed in: what this is on one side, the form on the other. */
export function AuthFrame({ documentTitle, title, lead, children }: AuthFrameProps) {
  const { i18n } = useLingui();
  return (
    <div className={classes.split}>
      <aside className={classes.hero}>
        <Logo />
        <div className={classes.story}>
          <p className={classes.claim}>
            <Trans>Every visit, every centimetre, every vaccine. In one place, and yours.</Trans>
          </p>
          <p className={classes.more}>
            <Trans>An open-source health record for your whole family.</Trans>
          </p>
        </div>
        <Curves />
      </aside>
      <Page title={documentTitle} width="form">
        <Stack gap="lg">
          <div>
            <Title order={1}>{title}</Title>
            <Text c="dimmed" mt="xs">
              {lead}
            </Text>
          </div>
          {children}
          <LanguageChoice
            languages={locales.map((value) => ({ value, name: languageNames[value] }))}
            value={i18n.locale}
            onChange={(locale) => void speak(locale)}
          />
        </Stack>
      </Page>
    </div>
  );
}

function Curves() {
  return (
    <svg className={classes.curves} viewBox="0 0 400 240" aria-hidden="true" focusable="false">
      <path d="M-10 236C70 220 120 176 190 140S330 92 410 78" />
      <path d="M-10 226C70 204 120 150 190 112S330 62 410 46" />
      <path d="M-10 214C70 186 120 124 190 84S330 32 410 14" />
      <g>
        <circle cx="40" cy="211" r="6" />
        <circle cx="112" cy="166" r="6" />
        <circle cx="190" cy="112" r="6" />
        <circle cx="284" cy="74" r="6" />
        <circle cx="362" cy="53" r="9" data-last="true" />
      </g>
    </svg>
  );
}
