import { Button, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { usePreferences } from "../../api/account";
import { keys } from "../../api/keys";
import { worthAnotherTry } from "../../api/query-client";
import type { FamilyRole, NewInvite } from "../../api/types";
import { fieldProblems } from "../../lib/field-problems";
import { formatMoment } from "../../lib/dates";
import { newId } from "../../lib/ids";
import { useProblemSentence } from "../../lib/problems";
import { Choice } from "../../ui/choice";
import { Notice } from "../../ui/notice";
import { SecretField } from "../../ui/secret-field";
import { Sheet } from "../../ui/sheet";
import { ChildLimits } from "./child-limits";
import { createInvite } from "./queries";
import { RoleChoice } from "./role-choice";

interface InviteSheetProps {
  familyId: string;
  onClose: () => void;
}

interface Values {
  by: "link" | "email";
  email: string;
  role: FamilyRole;
  only: string[] | null;
}

export function InviteSheet({ familyId, onClose }: InviteSheetProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const queryClient = useQueryClient();
  // The same id at each attempt, so that a repeated save makes one invitation.
  const [id] = useState(() => newId("inv"));
  const form = useForm<Values>({
    initialValues: { by: "link", email: "", role: "parent", only: null },
    validate: {
      email: (email, { by }) =>
        by === "link" || /^\S+@\S+$/.test(email.trim()) ? null : t`Please type an email address.`,
    },
  });
  const invite = useMutation({
    mutationFn: ({ by, email, role, only }: Values) =>
      createInvite(familyId, id, {
        role,
        email: by === "email" ? email.trim() : null,
        only_children: role === "owner" ? null : only,
      }),
    retry: worthAnotherTry,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.invites(familyId) }),
    onError: (error) => {
      form.setErrors(fieldProblems(error));
    },
  });
  const { by, role, only } = form.values;
  return (
    <Sheet title={<Trans>Invite somebody</Trans>} onClose={onClose}>
      {invite.isSuccess ? (
        <Made invite={invite.data} onClose={onClose} />
      ) : (
        <form
          noValidate
          onSubmit={form.onSubmit((values) => {
            invite.mutate(values);
          })}
        >
          <Stack gap="lg">
            {invite.isError && (
              <Notice tone="look" role="alert">
                {problem(invite.error)}
              </Notice>
            )}
            <Choice<Values["by"]>
              label={t`How`}
              value={by}
              onChange={(value) => {
                form.setFieldValue("by", value);
              }}
              data={[
                { value: "link", label: t`A link to pass on` },
                { value: "email", label: t`By email` },
              ]}
            />
            {by === "email" && (
              <TextInput
                label={t`Email`}
                type="email"
                autoComplete="off"
                autoCapitalize="none"
                {...form.getInputProps("email")}
              />
            )}
            <RoleChoice
              value={role}
              error={form.errors.role as string | undefined}
              onChange={(value) => {
                form.setFieldValue("role", value);
              }}
            />
            {role !== "owner" && (
              <ChildLimits
                familyId={familyId}
                value={only}
                error={form.errors.only_children as string | undefined}
                onChange={(value) => {
                  form.setFieldValue("only", value);
                }}
              />
            )}
            <Button
              type="submit"
              fullWidth
              loading={invite.isPending}
              disabled={role !== "owner" && only?.length === 0}
            >
              {by === "link" ? <Trans>Make the link</Trans> : <Trans>Send the invitation</Trans>}
            </Button>
          </Stack>
        </form>
      )}
    </Sheet>
  );
}

function Made({ invite, onClose }: { invite: NewInvite; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const preferences = usePreferences();
  const until = formatMoment(invite.expires_at, preferences, i18n.locale);
  const { token, email } = invite;
  const link = token == null ? null : `${location.origin}/invite#${token}`;
  return (
    <Stack gap="md">
      {email != null && (
        <Notice tone="good" role="status">
          <Trans>A letter is on its way to {email}.</Trans>
        </Notice>
      )}
      {link === null ? (
        <Notice tone="look" role="status">
          <Trans>
            The invitation was made by an earlier attempt, and its link is shown only once. Withdraw
            it and make another.
          </Trans>
        </Notice>
      ) : (
        <SecretField
          label={t`Link of the invitation`}
          description={t`It is shown only now. Pass it on to one person you trust.`}
          value={link}
          share={{ title: t`Invitation to Trajectory`, url: link }}
        />
      )}
      <Text size="sm" c="dimmed">
        <Trans>It can be used once, until {until}.</Trans>
      </Text>
      <Button variant="default" onClick={onClose}>
        <Trans>Done</Trans>
      </Button>
    </Stack>
  );
}
