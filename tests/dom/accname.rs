//! Accessible names, step by step of accname 1.2; then those of the Web Platform Tests, where `./build.sh test` was
//! given their pages (`TEST_PAGES`).

use einvoice_api_guide::page::accessible_name;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{console_log, wasm_bindgen_test};
use web_sys::{Document, Element, HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};

use crate::{Fixture, document};

/// Where the build puts the pages, as the tests' own web server serves them.
const PAGES: &str = "/target/pages/accname/";
/// Fewer cases are a selection that somebody is working on.
const ALL: usize = 400;
/// The most failures that are listed.
const LISTED: usize = 60;

#[wasm_bindgen_test]
fn each_step_finds_its_part_of_a_name() {
    for (html, name) in CASES {
        let page = Fixture::new(html);
        assert_eq!(accessible_name(&page.find("#x")), name, "{html}");
    }
}

const CASES: [(&str, &str); 31] = [
    // 2A
    (
        "<button id=x>Verify <i hidden>now</i> <i aria-hidden=true>×</i><i style='visibility:hidden'>!</i> OTP</button>",
        "Verify OTP",
    ),
    ("<input id=x aria-labelledby=l><p id=l hidden>Enter <b hidden>OTP</b></p>", "Enter OTP"),
    ("<input id=x aria-labelledby=l title=OTP><p id=l><b hidden>Enter</b></p>", "OTP"),
    // 2B
    ("<input id=x aria-label=No aria-labelledby='m l none m'><i id=l>OTP</i><i id=m>Enter</i>", "Enter OTP"),
    ("<a id=x href='#' aria-label=Show aria-labelledby='x l'>more</a><b id=l>errors</b>", "Show errors"),
    (
        "<input id=x aria-labelledby=l><i id=l aria-labelledby=m>Enter OTP</i><i id=m aria-labelledby=x>No</i>",
        "Enter OTP",
    ),
    ("<button id=x aria-labelledby=x>Exit</button>", "Exit"),
    ("<input id=x aria-labelledby='\"] \\ :is( 7 l'><i id=l>OTP</i>", "OTP"),
    // 2C
    ("<label><input id=x type=checkbox> Wait <input value=3 aria-label=No> minutes</label>", "Wait minutes"),
    (
        "<label><input id=x type=checkbox> Wait <select><option>2<option selected>3</select> minutes</label>",
        "Wait 3 minutes",
    ),
    (
        "<label><input id=x type=checkbox> At <i role=slider aria-valuenow=5 aria-valuetext=half>.</i> speed</label>",
        "At half speed",
    ),
    (
        "<label><input id=x type=checkbox> Key <input type=password value=Secret> <i contenteditable>Secret</i></label>",
        "Key",
    ),
    // 2D
    ("<button id=x aria-label='Verify  OTP' title=No>No</button>", "Verify OTP"),
    ("<button id=x aria-label=' '>Exit</button>", "Exit"),
    // 2E
    ("<label for=x>Enter</label><input id=x placeholder=No><label for=x>OTP</label>", "Enter OTP"),
    ("<label>Enter <b>OTP</b> <input id=x></label>", "Enter OTP"),
    ("<input id=x type=submit value='Verify OTP' title=No>", "Verify OTP"),
    ("<fieldset id=x><legend>Mode</legend>No</fieldset>", "Mode"),
    ("<a id=x href='#'><svg><title>Main</title></svg> <img alt=Menu></a>", "Main Menu"),
    // 2F to 2H
    ("<a id=x href='#'>API<br>Registration</a>", "API Registration"),
    ("<a id=x href='#'><div>API</div>Regist<b>ration</b></a>", "API Registration"),
    ("<a id=x href='#'><span style='display:inline-block'>API</span>User<!-- -->s</a>", "API Users"),
    (
        "<style>#x::before{content:'A.' / 'API '}#x::after{content:' \\f105'}</style><a id=x href='#'>User</a>",
        "API User",
    ),
    ("<div id=x>No</div>", ""),
    ("<div id=x role=button>Exit<script>No</script></div>", "Exit"),
    ("<a id=x href='#'>API\u{a0} \t\n User</a>", "API\u{a0} User"),
    // 2I
    ("<a id=x href='#' title='Main Menu'><i></i></a>", "Main Menu"),
    ("<a id=x href='#'><i title='Main Menu'></i></a>", "Main Menu"),
    ("<input id=x title=OTP placeholder=No>", "OTP"),
    ("<input id=x placeholder=OTP>", "OTP"),
    ("<input id=x>", ""),
];

#[wasm_bindgen_test]
fn a_name_reaches_through_a_shadow_root_but_not_out_of_it() {
    let page = Fixture::new("<a id=x href='#'><span id=host>Menu</span></a><i id=l>No</i>");
    let open = ShadowRootInit::new(ShadowRootMode::Open);
    let root = page.find("#host").attach_shadow(&open).unwrap_throw();
    root.set_inner_html("Main <slot aria-label=No>No</slot><i id=l>!</i><input aria-labelledby=l>");
    assert_eq!(accessible_name(&page.find("#x")), "Main Menu! !");
    let field = root.query_selector("input").unwrap_throw().unwrap_throw();
    assert_eq!(accessible_name(&field), "!");
}

#[wasm_bindgen_test]
fn a_typed_value_is_in_no_name() {
    let page = Fixture::new("<label for=x>Why <input class=t><textarea></textarea></label><input id=x type=radio>");
    for typed in ["input.t", "textarea"] {
        js_sys::Reflect::set(&page.find(typed), &"value".into(), &"Secret@123456".into()).unwrap_throw();
        assert_eq!(accessible_name(&page.find(typed)), "");
    }
    assert_eq!(accessible_name(&page.find("#x")), "Why");
    page.find("textarea").set_id("t");
    page.find("#x").set_attribute("aria-labelledby", "t").unwrap_throw();
    assert_eq!(accessible_name(&page.find("#x")), "Why");
}

#[wasm_bindgen_test]
fn a_page_can_be_as_deep_or_long_as_it_likes() {
    let page = Fixture::new("<a id=x href='#'></a>");
    let mut inner = page.find("#x");
    for _ in 0..10_000 {
        let next = document().create_element("span").unwrap_throw();
        inner.append_child(&next).unwrap_throw();
        inner = next;
    }
    inner.set_text_content(Some("deep"));
    assert_eq!(accessible_name(&page.find("#x")), "");

    let page = Fixture::new(&format!("<a id=x href='#'>{}</a>", "<b>पासवर्ड </b>".repeat(10_000)));
    assert_eq!(accessible_name(&page.find("#x")).chars().count(), 200);
}

#[wasm_bindgen_test]
fn names_are_those_of_the_web_platform_tests() {
    let Some(index) = fetched("index.json") else {
        console_log!("accessible names: no pages of the Web Platform Tests are here");
        return;
    };
    let files: Vec<String> = serde_wasm_bindgen::from_value(js_sys::JSON::parse(&index).unwrap_throw()).unwrap_throw();
    let (mut all, mut wrong) = (0, Vec::new());
    for file in files {
        let page = fetched(&file).expect_throw(&file);
        let frame = Frame::new(&page);
        for element in frame.elements("[data-expectedlabel]") {
            let want = element.get_attribute("data-expectedlabel").unwrap_or_default();
            let name = accessible_name(&element);
            all += 1;
            if name != squeezed(&want) {
                let test = element.get_attribute("data-testname").unwrap_or_default();
                wrong.push(format!("{file}: {test}: {name:?}, not {want:?}"));
            }
        }
    }
    for case in wrong.iter().take(LISTED) {
        console_log!("{case}");
    }
    let right = all - wrong.len();
    console_log!("accessible names: {right} of {all} right");
    assert!(all < ALL || right * 10 >= all * 9, "accessible names: {right} of {all} right");
}

/// `text` with its white space collapsed, as the platform's tests compare names.
fn squeezed(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

#[wasm_bindgen]
extern "C" {
    type XmlHttpRequest;
    #[wasm_bindgen(constructor, js_class = "XMLHttpRequest")]
    fn new() -> XmlHttpRequest;
    #[wasm_bindgen(method)]
    fn open(this: &XmlHttpRequest, method: &str, address: &str, asynchronous: bool);
    #[wasm_bindgen(method)]
    fn send(this: &XmlHttpRequest);
    #[wasm_bindgen(method, getter)]
    fn status(this: &XmlHttpRequest) -> u16;
    #[wasm_bindgen(method, getter, js_name = responseText)]
    fn text(this: &XmlHttpRequest) -> String;

    #[wasm_bindgen(extends = Element)]
    type FrameElement;
    #[wasm_bindgen(method, getter, structural, js_name = contentDocument)]
    fn document(this: &FrameElement) -> WritableDocument;

    #[wasm_bindgen(extends = Document)]
    type WritableDocument;
    #[wasm_bindgen(method, structural, js_name = open)]
    fn begin(this: &WritableDocument);
    #[wasm_bindgen(method, structural)]
    fn write(this: &WritableDocument, html: &str);
    #[wasm_bindgen(method, structural)]
    fn close(this: &WritableDocument);
}

/// A file of the pages, if it is there.
fn fetched(file: &str) -> Option<String> {
    let request = XmlHttpRequest::new();
    request.open("GET", &(PAGES.to_owned() + file), false);
    request.send();
    (request.status() == 200).then(|| request.text())
}

/// A page in a frame.
struct Frame(FrameElement);

impl Frame {
    /// Loads `html` with its own scripts. Those of the platform's test harness are not here and would hold the page up.
    fn new(html: &str) -> Self {
        let frame: FrameElement = document().create_element("iframe").unwrap_throw().unchecked_into();
        document().body().unwrap_throw().append_child(&frame).unwrap_throw();
        let page = frame.document();
        page.begin();
        page.write("<!doctype html><script>window.AriaUtils = new Proxy({}, { get: () => () => {} })</script>");
        page.write(&html.replace("<script src=", "<script type=none data-src="));
        page.close();
        Self(frame)
    }

    /// The elements that `selector` finds, in open shadow roots as well.
    fn elements(&self, selector: &str) -> Vec<Element> {
        let document = self.0.document();
        let mut found = list(document.query_selector_all(selector).unwrap_throw());
        let mut roots: Vec<ShadowRoot> =
            list(document.query_selector_all("*").unwrap_throw()).iter().filter_map(Element::shadow_root).collect();
        while let Some(root) = roots.pop() {
            found.extend(list(root.query_selector_all(selector).unwrap_throw()));
            roots.extend(list(root.query_selector_all("*").unwrap_throw()).iter().filter_map(Element::shadow_root));
        }
        found
    }
}

impl Drop for Frame {
    fn drop(&mut self) {
        self.0.unchecked_ref::<HtmlElement>().remove();
    }
}

fn list(nodes: web_sys::NodeList) -> Vec<Element> {
    (0..nodes.length()).filter_map(|i| nodes.get(i)).map(JsCast::unchecked_into).collect()
}
