import { Stack, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { usePreferences } from "../../api/account";
import type { AdminAct } from "../../api/types";
import { formatMoment } from "../../lib/dates";
import { Card } from "../../ui/card";
import { Row } from "../../ui/rows";
import { List } from "./list";
import { actsQuery } from "./queries";

/** What admins did, for all admins to see. */
export function ActsSection() {
  const { t, i18n } = useLingui();
  const preferences = usePreferences();
  const acts = useInfiniteQuery(actsQuery);
  const actions = useActionWords();
  const changeWords = useChangeWords();
  return (
    <Card labelledBy="acts">
      <Stack gap="md">
        <div>
          <Title order={2} size="h3" id="acts">
            <Trans>What admins did</Trans>
          </Title>
          <Text c="dimmed" size="sm">
            <Trans>Newest first. Nobody can change this list.</Trans>
          </Text>
        </div>
        <List
          query={acts}
          label={t`What admins did`}
          empty={<Trans>Nothing yet.</Trans>}
          row={(act) => {
            const who = act.admin_name;
            const when = formatMoment(act.created_at, preferences, i18n.locale);
            const about = act.subject_name ?? act.subject_id;
            return (
              <Row
                key={act.id}
                title={about == null ? actions[act.action] : `${actions[act.action]}: ${about}`}
              >
                {act.changes.map((change) => (
                  <div key={change.field}>{changeWords(change)}</div>
                ))}
                <div>
                  {who} · {when}
                </div>
              </Row>
            );
          }}
        />
      </Stack>
    </Card>
  );
}

function useActionWords(): Record<AdminAct["action"], string> {
  const { t } = useLingui();
  return {
    change_user: t`Account changed`,
    sign_out_user: t`Signed out everywhere`,
    create_reset_code: t`Code for a new password made`,
    delete_second_factor: t`Second factor taken away`,
    delete_user: t`Account deleted`,
    delete_family: t`Family deleted`,
    change_settings: t`Settings changed`,
    dismiss_mail: t`Failed letter dismissed`,
  };
}

function useChangeWords(): (change: AdminAct["changes"][number]) => string {
  const { t } = useLingui();
  const fields: Record<string, string> = {
    role: t`Role`,
    disabled: t`Switched off`,
    registration: t`Who may sign up`,
  };
  const values: Record<string, string> = {
    user: t`Person`,
    admin: t`Admin`,
    true: t`Yes`,
    false: t`No`,
    open: t`Everybody`,
    invite_only: t`Invited`,
    closed: t`Nobody`,
  };
  return ({ field, from, to }) =>
    `${fields[field] ?? field}: ${values[from] ?? from} → ${values[to] ?? to}`;
}
