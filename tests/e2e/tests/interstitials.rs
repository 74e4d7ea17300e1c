//! The screens that come between the login and the menu.

use anyhow::{Result, ensure};
use e2e::{Newcomer, Visit, in_both_browsers};

/// The whole job with these interstitials, each met and passed in this order.
async fn the_job_passes(visit: &Visit, switches: &str, met: &[&str]) -> Result<()> {
    visit.start("home", switches).await?;
    let mut newcomer = Newcomer::new(visit);
    newcomer.finish().await?;
    let all = ["login-otp", "login-verify-otp", "exit-contacts", "close-notice"];
    let seen: Vec<String> = newcomer.targets().into_iter().filter(|target| all.contains(&target.as_str())).collect();
    ensure!(seen == met, "between login and menu the ring went {seen:?}, not {met:?}");
    Ok(())
}

in_both_browsers! {
    async fn every_interstitial_at_once_is_passed(visit: &Visit) -> Result<()> {
        let met = ["login-otp", "login-verify-otp", "exit-contacts", "close-notice"];
        the_job_passes(visit, "login_otp=on&contacts=on&notice=on", &met).await
    }

    async fn the_login_otp_is_passed(visit: &Visit) -> Result<()> {
        the_job_passes(visit, "login_otp=on", &["login-otp", "login-verify-otp"]).await
    }

    async fn the_contacts_page_is_left_by_its_exit(visit: &Visit) -> Result<()> {
        the_job_passes(visit, "contacts=on", &["exit-contacts"]).await
    }

    async fn the_notice_over_the_menu_is_closed_first(visit: &Visit) -> Result<()> {
        the_job_passes(visit, "notice=on", &["close-notice"]).await
    }
}
