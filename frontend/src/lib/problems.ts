import { useLingui } from "@lingui/react/macro";
import { ApiError } from "../api/errors";

/** Whether sending the same again may succeed: nothing is wrong with what was typed. */
export function worthTryingAgain(error: unknown): boolean {
  return error instanceof ApiError && [0, 429, 500, 502, 503, 504].includes(error.status);
}

/** What to tell a person about a call that failed. */
export function useProblemSentence(): (error: unknown) => string {
  const { t, i18n } = useLingui();
  return (error) => {
    if (!(error instanceof ApiError)) {
      return t`Something went wrong on this page. Please try again.`;
    }
    switch (error.code) {
      case "unreachable":
        return t`There is no connection right now. What you typed is still here.`;
      case "wrong_credentials":
        return t`This email and password do not belong together. Please check both.`;
      case "wrong_code":
        return t`This code is not right, or was used already. Wait for the next one.`;
      case "account_disabled":
        return t`This account is switched off. Ask the person who runs this installation.`;
      case "link_invalid":
        return t`This link or code was used already, or has run out. Ask for a new one.`;
      case "email_taken":
        return t`There is already an account with this email. You can sign in with it.`;
      case "registration_closed":
        return t`Nobody can sign up here at the moment. Ask the person who runs this installation.`;
      case "too_many_attempts":
        return t`That was a lot of attempts. Please wait a few minutes and try again.`;
      case "already_exists":
        return t`This was already saved by an earlier attempt. Close the form to see it.`;
      case "not_allowed":
        return t`You can look at this, but not change it. Ask an owner of the family.`;
      case "membership_frozen":
        return t`Your access to this family is paused. Ask an owner of the family.`;
      case "not_found":
        return t`This does not exist any more, or it is not shared with you.`;
      case "session_ended":
        return t`Your session has ended. Please sign in again.`;
      case "invalid_request":
        return t`Please check the marked fields.`;
      case "busy":
        return t`Trajectory is busy right now. Please try again in a moment.`;
      case "already_member":
        return t`You belong to this family already. The invitation stays open for somebody else.`;
      case "invite_gone":
        return t`Somebody has just used or withdrawn this invitation. Ask for a new one.`;
      case "family_full":
        return t`This family has as many members as it can have. Somebody has to leave first.`;
      case "too_many_families":
        return t`You are in as many families as one can be in. Leave one first.`;
      case "last_owner":
        return t`A family needs an owner. Make somebody else an owner first, or delete the family.`;
      case "last_admin":
        return t`An installation keeps at least one admin who can sign in. Make somebody else an admin first.`;
      case "factor_exists":
        return t`The second step is set up already. Switch it off before you set it up again.`;
      case "changed_meanwhile":
        return t`Somebody has changed this meanwhile. Look at it as it is now, and save again.`;
      case "too_large":
        return t`This is more than fits into one entry. Please shorten it.`;
      case "too_many_changes":
        return t`This is more than can be saved at once. Please save it in parts.`;
      case "not_now":
        return t`This cannot be done as things are now. Look again and try once more.`;
      default:
        // A sentence of the server is in English.
        return error.message === "" || i18n.locale !== "en"
          ? t`Something went wrong. Please try again in a moment.`
          : error.message;
    }
  };
}
