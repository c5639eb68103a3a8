//! What the letters say, in the languages of the app.

use trajectory::access::FamilyRole;
use trajectory::mail::Letter;
use trajectory::user::Language;

/// The words of a letter. What people typed stands in the body alone.
pub(crate) struct Words {
    pub(crate) subject: &'static str,
    pub(crate) before: String,
    /// What the link is called, where the letter has one.
    pub(crate) link: Option<&'static str>,
    pub(crate) after: String,
}

impl Words {
    fn new(subject: &'static str, before: impl Into<String>, link: Option<&'static str>, after: &str) -> Self {
        Self { subject, before: before.into(), link, after: after.to_owned() }
    }
}

pub(crate) fn words(language: Language, letter: &Letter) -> Words {
    match language {
        Language::En => english(letter),
        Language::Es => spanish(letter),
        Language::De => german(letter),
    }
}

fn english(letter: &Letter) -> Words {
    match letter {
        Letter::VerifyEmail { .. } => Words::new(
            "Confirm your email address",
            "Somebody, probably you, uses this address for an account at Trajectory, a health record for families. Please confirm that it is yours.",
            Some("Confirm the address"),
            "The link works for three days. If it was not you, do nothing.",
        ),
        Letter::ResetPassword { .. } => Words::new(
            "Set a new password",
            "Somebody, probably you, asked for a new password for your account at Trajectory.",
            Some("Set a new password"),
            "The link works once and for one hour. If it was not you, do nothing: your password stays as it is.",
        ),
        Letter::EmailChanged => Words::new(
            "Your account has another email address now",
            "The email address of your account at Trajectory was changed. From now on, you sign in with the new one; this letter went to the former one.",
            None,
            "If it was not you, tell whoever runs this service at once.",
        ),
        Letter::PasswordChanged => Words::new(
            "Your password was changed",
            "The password of your account at Trajectory was changed, and all other devices were signed out.",
            None,
            "If it was not you, set a new password at once: choose “Forgot password” where you sign in.",
        ),
        Letter::SecondFactorOn => Words::new(
            "Signing in asks for a code now",
            "A second factor was set up for your account at Trajectory: from now on, signing in asks for a code of your authenticator app as well.",
            None,
            "If it was not you, set a new password at once and take the second factor away.",
        ),
        Letter::SecondFactorOff => Words::new(
            "Signing in asks for no code any more",
            "The second factor of your account at Trajectory was taken away: from now on, the password alone signs in.",
            None,
            "If it was not you, set a new password at once and set the second factor up again.",
        ),
        Letter::AccountClosed => Words::new(
            "Your account was closed",
            "Your account at Trajectory was closed. Your profile and your sign-in were deleted; families that you belonged to keep their records.",
            None,
            "If it was not you, tell whoever runs this service.",
        ),
        Letter::Invite { inviter, family, role, .. } => Words::new(
            "An invitation to Trajectory",
            format!(
                "{} invites you into the family “{}” at Trajectory, a health record for families. {}",
                inviter.as_ref(),
                family.as_ref(),
                match role {
                    FamilyRole::Owner => "You would keep the family's record and decide who belongs to it.",
                    FamilyRole::Parent => "You would read the family's record and add to it.",
                    FamilyRole::Viewer => "You would read the family's record.",
                }
            ),
            Some("See the invitation"),
            "The link works once and for seven days. If you do not know who that is, do nothing.",
        ),
    }
}

fn spanish(letter: &Letter) -> Words {
    match letter {
        Letter::VerifyEmail { .. } => Words::new(
            "Confirma tu dirección de correo",
            "Alguien, probablemente tú, usa esta dirección para una cuenta en Trajectory, un historial de salud para familias. Confirma que es tuya.",
            Some("Confirmar la dirección"),
            "El enlace funciona durante tres días. Si no has sido tú, no hagas nada.",
        ),
        Letter::ResetPassword { .. } => Words::new(
            "Elige una contraseña nueva",
            "Alguien, probablemente tú, ha pedido una contraseña nueva para tu cuenta en Trajectory.",
            Some("Elegir una contraseña nueva"),
            "El enlace funciona una sola vez y durante una hora. Si no has sido tú, no hagas nada: tu contraseña sigue siendo la misma.",
        ),
        Letter::EmailChanged => Words::new(
            "Tu cuenta tiene ahora otra dirección de correo",
            "La dirección de correo de tu cuenta en Trajectory ha cambiado. Desde ahora entras con la nueva; este mensaje ha ido a la anterior.",
            None,
            "Si no has sido tú, avisa enseguida a quien administra este servicio.",
        ),
        Letter::PasswordChanged => Words::new(
            "Tu contraseña ha cambiado",
            "La contraseña de tu cuenta en Trajectory ha cambiado y se ha cerrado la sesión en todos los demás dispositivos.",
            None,
            "Si no has sido tú, elige enseguida una contraseña nueva: pulsa «He olvidado mi contraseña» al entrar.",
        ),
        Letter::SecondFactorOn => Words::new(
            "Para entrar se pide ahora un código",
            "Se ha activado un segundo factor en tu cuenta de Trajectory: desde ahora, para entrar se pide también un código de tu aplicación de autenticación.",
            None,
            "Si no has sido tú, elige enseguida una contraseña nueva y quita el segundo factor.",
        ),
        Letter::SecondFactorOff => Words::new(
            "Para entrar ya no se pide un código",
            "Se ha quitado el segundo factor de tu cuenta de Trajectory: desde ahora, para entrar basta la contraseña.",
            None,
            "Si no has sido tú, elige enseguida una contraseña nueva y vuelve a activar el segundo factor.",
        ),
        Letter::AccountClosed => Words::new(
            "Tu cuenta se ha cerrado",
            "Tu cuenta en Trajectory se ha cerrado. Tu perfil y tus datos de acceso se han borrado; las familias a las que pertenecías conservan sus historiales.",
            None,
            "Si no has sido tú, avisa a quien administra este servicio.",
        ),
        Letter::Invite { inviter, family, role, .. } => Words::new(
            "Una invitación a Trajectory",
            format!(
                "{} te invita a la familia «{}» en Trajectory, un historial de salud para familias. {}",
                inviter.as_ref(),
                family.as_ref(),
                match role {
                    FamilyRole::Owner => "Llevarías el historial de la familia y decidirías quién pertenece a ella.",
                    FamilyRole::Parent => "Podrías leer el historial de la familia y añadir entradas.",
                    FamilyRole::Viewer => "Podrías leer el historial de la familia.",
                }
            ),
            Some("Ver la invitación"),
            "El enlace funciona una sola vez y durante siete días. Si no sabes quién es, no hagas nada.",
        ),
    }
}

fn german(letter: &Letter) -> Words {
    match letter {
        Letter::VerifyEmail { .. } => Words::new(
            "Bestätigen Sie Ihre E-Mail-Adresse",
            "Jemand, wahrscheinlich Sie, nutzt diese Adresse für ein Konto bei Trajectory, einer Gesundheitsakte für Familien. Bitte bestätigen Sie, dass es Ihre ist.",
            Some("Adresse bestätigen"),
            "Der Link gilt drei Tage. Falls Sie es nicht waren, brauchen Sie nichts zu tun.",
        ),
        Letter::ResetPassword { .. } => Words::new(
            "Neues Passwort wählen",
            "Jemand, wahrscheinlich Sie, hat ein neues Passwort für Ihr Konto bei Trajectory angefordert.",
            Some("Neues Passwort wählen"),
            "Der Link gilt einmal und eine Stunde lang. Falls Sie es nicht waren, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.",
        ),
        Letter::EmailChanged => Words::new(
            "Ihr Konto hat jetzt eine andere E-Mail-Adresse",
            "Die E-Mail-Adresse Ihres Kontos bei Trajectory wurde geändert. Sie melden sich ab jetzt mit der neuen an; diese Nachricht ging an die frühere.",
            None,
            "Falls Sie es nicht waren, wenden Sie sich sofort an den Betreiber dieses Dienstes.",
        ),
        Letter::PasswordChanged => Words::new(
            "Ihr Passwort wurde geändert",
            "Das Passwort Ihres Kontos bei Trajectory wurde geändert, und alle anderen Geräte wurden abgemeldet.",
            None,
            "Falls Sie es nicht waren, wählen Sie sofort ein neues: mit „Passwort vergessen“ beim Anmelden.",
        ),
        Letter::SecondFactorOn => Words::new(
            "Beim Anmelden wird jetzt ein Code verlangt",
            "Für Ihr Konto bei Trajectory wurde ein zweiter Faktor eingerichtet: Beim Anmelden wird ab jetzt auch ein Code Ihrer Authenticator-App verlangt.",
            None,
            "Falls Sie es nicht waren, wählen Sie sofort ein neues Passwort und entfernen Sie den zweiten Faktor.",
        ),
        Letter::SecondFactorOff => Words::new(
            "Beim Anmelden wird kein Code mehr verlangt",
            "Der zweite Faktor Ihres Kontos bei Trajectory wurde entfernt: Ab jetzt genügt zum Anmelden das Passwort.",
            None,
            "Falls Sie es nicht waren, wählen Sie sofort ein neues Passwort und richten Sie den zweiten Faktor wieder ein.",
        ),
        Letter::AccountClosed => Words::new(
            "Ihr Konto wurde geschlossen",
            "Ihr Konto bei Trajectory wurde geschlossen. Ihr Profil und Ihre Anmeldedaten sind gelöscht; Familien, zu denen Sie gehörten, behalten ihre Akten.",
            None,
            "Falls Sie es nicht waren, wenden Sie sich an den Betreiber dieses Dienstes.",
        ),
        Letter::Invite { inviter, family, role, .. } => Words::new(
            "Eine Einladung zu Trajectory",
            format!(
                "{} lädt Sie in die Familie „{}“ bei Trajectory ein, einer Gesundheitsakte für Familien. {}",
                inviter.as_ref(),
                family.as_ref(),
                match role {
                    FamilyRole::Owner => "Sie würden die Akte der Familie führen und entscheiden, wer dazugehört.",
                    FamilyRole::Parent => "Sie könnten die Akte der Familie lesen und ergänzen.",
                    FamilyRole::Viewer => "Sie könnten die Akte der Familie lesen.",
                }
            ),
            Some("Einladung ansehen"),
            "Der Link gilt einmal und sieben Tage lang. Falls Sie nicht wissen, wer das ist, brauchen Sie nichts zu tun.",
        ),
    }
}
