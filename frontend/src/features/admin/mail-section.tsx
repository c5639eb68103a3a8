import { Button, Stack, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { usePreferences } from "../../api/account";
import type { FailedLetter } from "../../api/types";
import { formatMoment } from "../../lib/dates";
import { useProblemSentence } from "../../lib/problems";
import { Card } from "../../ui/card";
import { Notice } from "../../ui/notice";
import { Row } from "../../ui/rows";
import { List } from "./list";
import { dismissLetter, mailKey, mailQuery } from "./queries";

/** Letters that did not go out. */
export function MailSection() {
  const { t, i18n } = useLingui();
  const problem = useProblemSentence();
  const preferences = usePreferences();
  const queryClient = useQueryClient();
  const mail = useInfiniteQuery(mailQuery);
  const dismiss = useMutation({
    mutationFn: dismissLetter,
    onSettled: () => queryClient.invalidateQueries({ queryKey: mailKey }),
  });
  const letters = useLetterWords();
  const reasons = useReasonWords();
  return (
    <Card labelledBy="mail">
      <Stack gap="md">
        <div>
          <Title order={2} size="h3" id="mail">
            <Trans>Failed mail</Trans>
          </Title>
          <Text c="dimmed" size="sm">
            <Trans>Letters that could not be sent, for 30 days. What they said is not kept.</Trans>
          </Text>
        </div>
        {dismiss.isError && (
          <Notice tone="look" role="alert">
            {problem(dismiss.error)}
          </Notice>
        )}
        <List
          query={mail}
          label={t`Failed mail`}
          empty={<Trans>All letters went out.</Trans>}
          row={(letter) => {
            const { to } = letter;
            const when = formatMoment(letter.failed_at, preferences, i18n.locale);
            return (
              <Row
                key={letter.id}
                title={letters[letter.letter]}
                action={
                  <Button
                    variant="default"
                    size="sm"
                    loading={dismiss.isPending && dismiss.variables.id === letter.id}
                    aria-label={t`Take the letter to ${to} off the list`}
                    onClick={() => {
                      dismiss.mutate(letter);
                    }}
                  >
                    <Trans>Dismiss</Trans>
                  </Button>
                }
              >
                <div>
                  <Trans>
                    To {to} on {when}
                  </Trans>
                </div>
                <div>{reasons[letter.reason]}</div>
              </Row>
            );
          }}
        />
      </Stack>
    </Card>
  );
}

function useLetterWords(): Record<FailedLetter["letter"], string> {
  const { t } = useLingui();
  return {
    verify_email: t`Confirm the email`,
    reset_password: t`New password`,
    email_changed: t`The email was changed`,
    password_changed: t`The password was changed`,
    second_factor_on: t`The second step was switched on`,
    second_factor_off: t`The second step was switched off`,
    account_closed: t`The account was deleted`,
    invite: t`Invitation`,
  };
}

function useReasonWords(): Record<FailedLetter["reason"], string> {
  const { t } = useLingui();
  return {
    refused: t`The mail service refused it, most likely because of the address.`,
    not_set_up: t`The mail service is not set up for this sender.`,
    throttled: t`The mail service took no more letters for too long.`,
    unreachable: t`The mail service could not be reached.`,
    expired: t`Its link had run out before it could be sent.`,
    interrupted: t`Sending was interrupted again and again.`,
  };
}
