//! The Content-Security-Policy a session's pages are sent with. The real portal's is unknown (facts.md, I 8).

use crate::switches::Csp;

/// Scripts from the portal's own files only: no inline `alert()`, no WebAssembly.
const STRICT: &str = "default-src 'self'; script-src 'self'";

/// Nothing that the pages can do without, and no string becomes markup unseen.
const STRICTEST: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

/// The header's value, if there is a header.
pub(crate) fn header(csp: Csp) -> Option<&'static str> {
    match csp {
        Csp::None => None,
        Csp::Strict => Some(STRICT),
        Csp::Strictest => Some(STRICTEST),
    }
}
