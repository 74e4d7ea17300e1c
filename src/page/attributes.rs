//! The attributes that are read anywhere in this room, or decide what is seen: the same table for the one who reads and
//! for the one who watches.

/// Every attribute whose change can change what a look finds.
pub const ATTRIBUTES: [&str; 49] = [
    // What is shown, and whether it can be used.
    "class",
    "style",
    "hidden",
    "disabled",
    "readonly",
    "inert",
    "open",
    "popover",
    "width",
    "height",
    // What it is.
    "type",
    "role",
    "tabindex",
    "onclick",
    "contenteditable",
    "src",
    // What it is called.
    "id",
    "name",
    "for",
    "alt",
    "title",
    "label",
    "value",
    "placeholder",
    "autocomplete",
    "aria-label",
    "aria-labelledby",
    "aria-valuetext",
    "aria-valuenow",
    // What it leads to.
    "href",
    "data-target",
    "data-bs-target",
    "data-toggle",
    "data-bs-toggle",
    "aria-controls",
    "aria-haspopup",
    // What it holds.
    "checked",
    "selected",
    "maxlength",
    "multiple",
    "size",
    "slot",
    "lang",
    // What it says of its state.
    "aria-hidden",
    "aria-expanded",
    "aria-checked",
    "aria-disabled",
    "aria-selected",
    "aria-modal",
];
