//! Every policy and every way the portal's pages may behave under the guide.

use anyhow::Result;
use e2e::{Newcomer, Visit, in_both_browsers};

/// The whole job with these switches.
async fn the_job_is_finished(visit: &Visit, switches: &str) -> Result<()> {
    visit.start("home", switches).await?;
    Newcomer::new(visit).finish().await
}

in_both_browsers! {
    async fn the_job_is_finished_without_a_content_security_policy(visit: &Visit) -> Result<()> {
        the_job_is_finished(visit, "csp=none").await
    }

    async fn the_job_is_finished_where_the_page_forbids_webassembly(visit: &Visit) -> Result<()> {
        the_job_is_finished(visit, "csp=strict").await
    }

    async fn the_job_is_finished_under_the_strictest_policy(visit: &Visit) -> Result<()> {
        the_job_is_finished(visit, "csp=strictest").await
    }

    async fn the_job_is_finished_where_each_choice_reloads_the_form(visit: &Visit) -> Result<()> {
        the_job_is_finished(visit, "reload=on").await
    }

    async fn the_job_is_finished_on_a_slow_portal(visit: &Visit) -> Result<()> {
        the_job_is_finished(visit, "slow=700").await
    }

    async fn the_job_is_finished_on_the_list_of_2022(visit: &Visit) -> Result<()> {
        the_job_is_finished(visit, "gsp=2022").await
    }

    async fn the_job_is_finished_where_direct_access_is_offered_first(visit: &Visit) -> Result<()> {
        the_job_is_finished(visit, "directly=shown").await
    }

    async fn the_job_is_finished_where_direct_access_is_chosen_beforehand(visit: &Visit) -> Result<()> {
        the_job_is_finished(visit, "directly=checked").await
    }
}
