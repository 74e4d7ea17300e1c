//! What is noted down in every document in Chromium, from before its first script: what the guide says, and its acts.

use serde::Deserialize;

/// Runs in the page's own world. The acts are counted for the tab, whatever its documents.
pub(crate) const SCRIPT: &str = "
(() => {
    const trail = [];
    Object.defineProperty(window, '__trail', { value: trail });
    const note = () => {
        const guide = document.querySelector(':root > einvoice-api-guide');
        const said = ['step', 'state', 'target'].map(name => guide?.getAttribute(`data-${name}`) ?? '-').join(' ');
        if (trail.at(-1) !== said) trail.push(said);
    };
    new MutationObserver(note).observe(document, {
        childList: true, subtree: true, attributes: true, attributeFilter: ['data-step', 'data-state', 'data-target'],
    });
    const count = what => {
        try {
            const key = `acts-${what}`;
            sessionStorage.setItem(key, Number(sessionStorage.getItem(key)) + 1);
        } catch {}
    };
    // A press and a choice that no person made. Taking a choice back leads to a first entry, or to none.
    addEventListener('click', event => {
        const pressed = event.composedPath()[0];
        if (!event.isTrusted && pressed instanceof HTMLInputElement && pressed.type === 'radio') count('channel');
    }, true);
    addEventListener('change', event => {
        const list = event.composedPath()[0];
        const chosen = list instanceof HTMLSelectElement && list.selectedOptions[0]?.text;
        if (!event.isTrusted && chosen && !chosen.startsWith('--')) count('gsp');
    }, true);
})();";

/// The same where one tab sees several visits: whoever comes through the menu is on another one.
pub(crate) const BEGINS_ANEW: &str = "
if (location.pathname === '/Home/MainMenu') {
    ['channel', 'gsp'].forEach(what => sessionStorage.removeItem(`acts-${what}`));
}";

/// Asks for the counts.
pub(crate) const ACTS: &str = "
    const count = what => Number(sessionStorage.getItem(`acts-${what}`));
    return { channel: count('channel'), gsp: count('gsp') };";

/// How often the guide acted in a tab.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub struct Acts {
    /// It chose a channel.
    pub channel: u32,
    /// It chose a GSP.
    pub gsp: u32,
}
