//! The made-up user of the practice portal. Nobody and no business has these names or numbers.

/// The portal user's name.
pub const USER: &str = "practice_user";
/// The portal user's password.
pub const PASSWORD: &str = "Practice@2024";
/// The OTP that the login asks for.
pub const LOGIN_OTP: &str = "271828";
/// The OTP that the API registration asks for: another one than the login's (facts.md, 2FA).
pub const API_OTP: &str = "314159";
/// A GSTIN of no business; its check digit is right.
pub const GSTIN: &str = "29ZZZCZ0000Z1ZX";
/// The trade name to the GSTIN.
pub const TRADE_NAME: &str = "MADE-UP TRADERS";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gstin_has_the_right_check_digit() {
        assert!(crate::gstin::is_valid(GSTIN));
    }

    #[test]
    fn the_two_otps_differ() {
        assert_ne!(LOGIN_OTP, API_OTP);
    }
}
