//! Pages that are not part of the job get no ring.

use anyhow::{Result, ensure};
use e2e::{Visit, in_both_browsers};

/// On this page there is no ring: not when it is loaded, and not after it changes.
async fn no_ring_on(visit: &Visit, path: &str) -> Result<()> {
    visit.open(path).await?;
    no_ring_here(visit, path).await?;
    visit.disturb("document.body.append(Object.assign(document.createElement('p'), { textContent: 'News' }));").await?;
    no_ring_here(visit, path).await
}

async fn no_ring_here(visit: &Visit, path: &str) -> Result<()> {
    visit.at_rest().await?;
    let sight = visit.look().await?;
    ensure!(!sight.rings_something(), "on {path} the guide says: {sight}");
    ensure!(!visit.guide().shows_a_ring().await?, "there is a ring on {path}");
    Ok(())
}

in_both_browsers! {
    async fn no_ring_where_a_password_is_forgotten(visit: &Visit) -> Result<()> {
        no_ring_on(visit, "/Home/ForgotUserPwd").await?;
        no_ring_on(visit, "/Home/ForgotUserName").await
    }

    async fn no_ring_where_people_register_with_the_portal(visit: &Visit) -> Result<()> {
        no_ring_on(visit, "/Home/UserRegistration").await?;
        no_ring_on(visit, "/Home/Enablement").await
    }

    async fn no_ring_on_pages_that_only_tell(visit: &Visit) -> Result<()> {
        for path in ["/Others/GSPSLIST", "/Others/TaxpayerSearch", "/Others/Faqs"] {
            no_ring_on(visit, path).await?;
        }
        Ok(())
    }
}
