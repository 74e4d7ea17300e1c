//! The portal's two names.

/// The two hosts of the portal: same code, same ids, same accounts (facts.md, SEL).
pub const HOSTS: [&str; 2] = ["einvoice1.gst.gov.in", "einvoice2.gst.gov.in"];

/// 2 for the second host, with or without a port; 1 for the first or any other.
pub(crate) fn number(host: &str) -> u8 {
    if host.starts_with(HOSTS[1]) { 2 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_host_is_known_with_its_port() {
        for (host, expected) in
            [("einvoice1.gst.gov.in", 1), ("einvoice2.gst.gov.in", 2), ("einvoice2.gst.gov.in:8443", 2), ("", 1)]
        {
            assert_eq!(number(host), expected, "{host}");
        }
    }
}
