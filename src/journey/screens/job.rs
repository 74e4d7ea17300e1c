//! Whether a page is one of the job: its title is about the API, and is none of its neighbours'.

use crate::journey::reading::Reading;
use crate::journey::words::words;

words! {
    /// Titles of our pages.
    said API = ["api registration", "api interface", "api user", "register your gstin", "registration through gsp"];
    /// Titles of the neighbouring pages of the same menu.
    said NEIGHBOURS = [
        "freeze api user", "freeze user", "unfreeze", "change api password", "change password", "reset password",
        "ip whitelisting", "ip white listing", "whitelisted ip", "forgot password", "forgot username", "sub user",
        "sub-user", "e-invoice enablement", "update mobile", "public registration",
    ];
    /// What only a page that asks for an OTP says.
    pub(super) said ASKS = ["enter otp", "enter the otp", "verify otp", "one time password", "otp has been sent"];
    /// What only the registration form says.
    pub(super) said QUESTION = ["register your gstin", "api interface"];
}

/// Whether the page says, outside its menu, that it is about the API.
pub(super) fn is_about_the_api(reading: &Reading<'_>) -> bool {
    reading.has_title(API)
}

/// Whether the page is one of the job, understood or not.
pub(super) fn is_of_the_job(reading: &Reading<'_>) -> bool {
    reading.says(QUESTION) || is_our_page(reading) && reading.says(ASKS)
}

/// Whether the page says that it is about the API, and is none of its neighbours.
pub(super) fn is_our_page(reading: &Reading<'_>) -> bool {
    is_about_the_api(reading) && !is_a_neighbours(reading)
}

/// Whether the page is one of the neighbouring pages, by its title.
pub(super) fn is_a_neighbours(reading: &Reading<'_>) -> bool {
    reading.has_title(NEIGHBOURS)
}
