//! A letter as it goes out: subject, plain text, simple HTML.

use maud::{DOCTYPE, html};
use serde::{Deserialize, Serialize};
use trajectory::mail::{Letter, Mail};
use trajectory::text::Email;
use trajectory::user::Language;

use crate::words::words;

/// A letter that is ready to be sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// To whom.
    pub to: Email,
    /// The subject. It names nobody and nothing of a record.
    pub subject: String,
    /// The body as plain text.
    pub text: String,
    /// The body as an HTML document.
    pub html: String,
    /// Where the letter's link leads, if it has one.
    pub link: Option<String>,
}

impl Message {
    /// The letter in the reader's language, with links to this origin.
    #[must_use]
    pub fn of(mail: &Mail, origin: &str) -> Self {
        let words = words(mail.language, &mail.letter);
        let link = address(&mail.letter).map(|path| format!("{origin}{path}"));
        let link = words.link.zip(link);
        let mut text = vec![words.before.clone()];
        text.extend(link.as_ref().map(|(label, link)| format!("{label}:\n{link}")));
        text.extend([words.after.clone(), format!("Trajectory\n{origin}")]);
        let document = html! {
            (DOCTYPE)
            html lang=(code(mail.language)) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (words.subject) }
                }
                body style="margin:0 auto;max-width:36rem;padding:1.5rem;font:1rem/1.5 sans-serif" {
                    p { (words.before) }
                    @if let Some((label, link)) = &link {
                        p { a href=(link) { (label) } }
                        p style="font-size:0.875rem" { (link) }
                    }
                    p { (words.after) }
                    p style="font-size:0.875rem" { "Trajectory" br; (origin) }
                }
            }
        };
        Self {
            to: mail.to.clone(),
            subject: words.subject.to_owned(),
            text: text.join("\n\n") + "\n",
            html: document.into_string(),
            link: link.map(|(_, link)| link),
        }
    }
}

/// The page that a letter leads to. The secret stands in the fragment, which browsers send to nobody.
fn address(letter: &Letter) -> Option<String> {
    match letter {
        Letter::VerifyEmail { token } => Some(format!("/verify-email#{token}")),
        Letter::ResetPassword { token } => Some(format!("/reset-password#{token}")),
        Letter::Invite { token, .. } => Some(format!("/invite#{token}")),
        Letter::EmailChanged | Letter::PasswordChanged | Letter::SecondFactorOn | Letter::SecondFactorOff | Letter::AccountClosed => None,
    }
}

fn code(language: Language) -> &'static str {
    match language {
        Language::En => "en",
        Language::Es => "es",
        Language::De => "de",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use std::fmt::Write as _;

    const TOKEN: &str = "usr_01890a5d-ac96-774b-bcce-b302099a8057.rst_01890a5d-ac96-774b-bcce-b302099a8057.c2VjcmV0";

    fn mail(language: &str, letter: &serde_json::Value) -> Mail {
        serde_json::from_value(json!({
            "kind": "MAIL", "schema": 1, "id": "mai_01890a5d-ac96-774b-bcce-b302099a8057", "to": "ana@example.org",
            "language": language, "letter": letter, "attempts": 1, "created_at": "2026-03-01T12:00:00Z", "expires_at": 0,
        }))
        .unwrap()
    }

    fn letters() -> Vec<serde_json::Value> {
        vec![
            json!({ "letter": "verify_email", "token": TOKEN }),
            json!({ "letter": "reset_password", "token": TOKEN }),
            json!({ "letter": "email_changed" }),
            json!({ "letter": "password_changed" }),
            json!({ "letter": "second_factor_on" }),
            json!({ "letter": "second_factor_off" }),
            json!({ "letter": "account_closed" }),
            json!({ "letter": "invite", "inviter": "Ana", "family": "Otters", "role": "parent", "token": TOKEN }),
        ]
    }

    #[test]
    fn every_letter_in_every_language() {
        let mut all = String::new();
        for language in ["en", "es", "de"] {
            for letter in letters() {
                let message = Message::of(&mail(language, &letter), "https://health.example.org");
                writeln!(all, "[{language}] {}\n\n{}", message.subject, message.text.replace(TOKEN, "TOKEN")).unwrap();
            }
        }
        insta::assert_snapshot!(all);
    }

    #[test]
    fn what_people_typed_is_text_and_no_markup() {
        let letter =
            json!({ "letter": "invite", "inviter": "<script>x</script>", "family": "a\" onload=\"b&c", "role": "viewer", "token": TOKEN });
        let message = Message::of(&mail("en", &letter), "https://health.example.org");
        assert!(!message.html.contains("<script") && message.html.contains("&lt;script&gt;x&lt;/script&gt;"), "{}", message.html);
        assert!(message.html.contains("b&amp;c") && !message.html.contains("a\" onload"), "{}", message.html);
        // A subject is shown on locked screens.
        assert!(!message.subject.contains("script") && !message.subject.contains("onload"));
        insta::assert_snapshot!(Message::of(&mail("de", &letters()[1]), "https://health.example.org").html.replace(TOKEN, "TOKEN"));
    }
}
