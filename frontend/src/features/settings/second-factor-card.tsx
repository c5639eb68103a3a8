import { Button, Stack, Text, Title } from "@mantine/core";
import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { useAccount } from "../../api/account";
import { Badge } from "../../ui/badge";
import { Card } from "../../ui/card";
import { Row, Rows } from "../../ui/rows";
import { SecondFactorOffSheet } from "./second-factor-off-sheet";
import { SecondFactorSheet } from "./second-factor-sheet";

/** A code beside the password. */
export function SecondFactorCard() {
  const { second_factor } = useAccount();
  // Not derived from the account: setting up ends with codes to keep, after the account has changed.
  const [open, setOpen] = useState<"on" | "off" | null>(null);
  const close = () => {
    setOpen(null);
  };
  return (
    <Card labelledBy="second-factor">
      <Stack gap="md">
        <div>
          <Title order={2} size="h3" id="second-factor">
            <Trans>Second step</Trans>
          </Title>
          <Text c="dimmed" size="sm">
            <Trans>
              A code from your phone beside the password: whoever guesses your password still cannot
              sign in.
            </Trans>
          </Text>
        </div>
        <Rows>
          <Row
            title={<Trans>Code of an authenticator app</Trans>}
            badges={
              second_factor ? (
                <Badge tone="brand">
                  <Trans>On</Trans>
                </Badge>
              ) : (
                <Badge>
                  <Trans>Off</Trans>
                </Badge>
              )
            }
            action={
              <Button
                variant={second_factor ? "default" : "light"}
                size="sm"
                onClick={() => {
                  setOpen(second_factor ? "off" : "on");
                }}
              >
                {second_factor ? <Trans>Switch off</Trans> : <Trans>Set up</Trans>}
              </Button>
            }
          />
        </Rows>
      </Stack>
      {open === "on" && <SecondFactorSheet onClose={close} />}
      {open === "off" && <SecondFactorOffSheet onClose={close} />}
    </Card>
  );
}
