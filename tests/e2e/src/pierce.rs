//! How the harness's scripts see into open shadow roots and the frames of the page: always in the top window's
//! coordinates.

/// Goes before a script that looks into shadow roots and frames.
const PRELUDE: &str = "
    const inside = element =>
        element.shadowRoot ?? (element.localName === 'iframe' ? element.contentDocument : null);
    const everywhere = (selector, root = document) => [
        ...root.querySelectorAll(selector),
        ...[...root.querySelectorAll('*')].map(inside).filter(Boolean).flatMap(one => everywhere(selector, one)),
    ];
    const origin = element => {
        const frame = element.ownerDocument.defaultView?.frameElement;
        const box = frame?.getBoundingClientRect();
        return frame ? [box.x + frame.clientLeft, box.y + frame.clientTop] : [0, 0];
    };
    const boxOf = element => {
        const [left, top] = origin(element);
        const box = element.getBoundingClientRect();
        return new DOMRect(box.x + left, box.y + top, box.width, box.height);
    };
    const linesOf = element => {
        const [left, top] = origin(element);
        return [...element.getClientRects()].map(one => new DOMRect(one.x + left, one.y + top, one.width, one.height));
    };
    const deepest = (x, y, root = document) => {
        const found = root.elementFromPoint(x, y);
        const inner = found && inside(found);
        if (!inner || inner === root) {
            return found;
        }
        const [left, top] = inner.host ? [0, 0] : origin(inner.documentElement);
        return deepest(x - left, y - top, inner) ?? found;
    };
    // A form's field named parentNode stands before the form's own property.
    const parentOf = Object.getOwnPropertyDescriptor(Node.prototype, 'parentNode').get;
    const above = node => parentOf.call(node) ?? node.host ?? node.defaultView?.frameElement;
    const holds = (element, node) => {
        while (node && node !== element) {
            node = above(node);
        }
        return Boolean(node);
    };
    const seen = element => element.checkVisibility({ visibilityProperty: true })
        && element.getBoundingClientRect().width > 0 && element.getBoundingClientRect().height > 0;
    const area = element => element.getBoundingClientRect().width * element.getBoundingClientRect().height;
    const meant = (target, selector) => {
        const marks = everywhere('[data-is]');
        return marks.length > 0
            ? marks.filter(one => one.dataset.is === target && seen(one)).sort((one, other) => area(other) - area(one))
            : [...document.querySelectorAll(selector)];
    };
    const focused = (root = document) => {
        const inner = root.activeElement && inside(root.activeElement);
        return inner ? focused(inner) : root.activeElement;
    };
    const said = option => option.textContent.replace(/\\s+/g, ' ').trim();";

/// The script with these helpers before it.
///
/// `meant(target, selector)` is the oracle: the marked elements of a made-up portal that can be seen, the
/// largest first, or what the
/// selector finds on the plain one. A made-up portal marks its controls, the plain one marks nothing.
pub(crate) fn piercing(script: &str) -> String {
    format!("{PRELUDE}{script}")
}
