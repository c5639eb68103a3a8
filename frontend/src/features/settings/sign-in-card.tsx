import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useAccount } from "../../api/account";
import { useProblemSentence } from "../../lib/problems";
import { Badge } from "../../ui/badge";
import { Card } from "../../ui/card";
import { Notice } from "../../ui/notice";
import { Row, Rows } from "../../ui/rows";
import { ChangeEmailSheet } from "./change-email-sheet";
import { ChangePasswordSheet } from "./change-password-sheet";
import { sendVerification } from "./queries";

type Done = "email" | "password";

/** With what one signs in: email and password. */
export function SignInCard() {
  const problem = useProblemSentence();
  const account = useAccount();
  const [open, setOpen] = useState<Done | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const send = useMutation({ mutationFn: sendVerification });
  const close = () => {
    setOpen(null);
  };
  const { email } = account;
  return (
    <Card labelledBy="signing-in">
      <Stack gap="md">
        <Title order={2} size="h3" id="signing-in">
          <Trans>Signing in</Trans>
        </Title>
        {done !== null && (
          <Notice tone="good" role="status">
            {done === "email" ? (
              <Trans>Your email is changed. A letter to confirm it is on its way.</Trans>
            ) : (
              <Trans>Your password is changed, and all other devices are signed out.</Trans>
            )}
          </Notice>
        )}
        <Rows>
          <Row
            title={email}
            badges={
              account.email_verified ? (
                <Badge tone="brand">
                  <Trans>Confirmed</Trans>
                </Badge>
              ) : (
                <Badge tone="look">
                  <Trans>Not confirmed</Trans>
                </Badge>
              )
            }
            action={
              <Button
                variant="default"
                size="sm"
                onClick={() => {
                  setOpen("email");
                }}
              >
                <Trans>Change email</Trans>
              </Button>
            }
          />
          <Row
            title={<Trans>Password</Trans>}
            action={
              <Button
                variant="default"
                size="sm"
                onClick={() => {
                  setOpen("password");
                }}
              >
                <Trans>Change password</Trans>
              </Button>
            }
          />
        </Rows>
        {!account.email_verified && (
          <Stack gap="xs">
            <Text size="sm" c="dimmed">
              <Trans>
                Open the link in the letter we sent you. Then you can be sure that letters reach
                you, above all when you forget your password.
              </Trans>
            </Text>
            {send.isError && (
              <Notice tone="look" role="alert">
                {problem(send.error)}
              </Notice>
            )}
            {send.isSuccess ? (
              <Notice tone="good" role="status">
                <Trans>A letter is on its way to {email}.</Trans>
              </Notice>
            ) : (
              <Group>
                <Button
                  variant="light"
                  size="sm"
                  loading={send.isPending}
                  onClick={() => {
                    send.mutate();
                  }}
                >
                  <Trans>Send it again</Trans>
                </Button>
              </Group>
            )}
          </Stack>
        )}
      </Stack>
      {open === "email" && (
        <ChangeEmailSheet
          onClose={close}
          onChanged={() => {
            close();
            send.reset();
            setDone("email");
          }}
        />
      )}
      {open === "password" && (
        <ChangePasswordSheet
          onClose={close}
          onChanged={() => {
            close();
            setDone("password");
          }}
        />
      )}
    </Card>
  );
}
