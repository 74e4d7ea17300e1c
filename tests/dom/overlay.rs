use std::cell::{Cell, RefCell};
use std::rc::Rc;

use einvoice_api_guide::HOST;
use einvoice_api_guide::journey::say::Message;
use einvoice_api_guide::journey::say::Say;
use einvoice_api_guide::journey::{Guidance, Offer, Step, Target, guidance::Pointer};
use einvoice_api_guide::overlay::view::View;
use einvoice_api_guide::overlay::{Overlay, Place};
use einvoice_api_guide::snapshot::ControlId;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Document, Element, HtmlElement, HtmlIFrameElement, ShadowRoot};

use crate::{Fixture, document};

/// Stands in for the extension's words.
fn with_words() {
    let chrome = js_sys::Object::new();
    let i18n = js_sys::Object::new();
    let get = Closure::<dyn Fn(String) -> String>::new(|key| key).into_js_value();
    js_sys::Reflect::set(&i18n, &"getMessage".into(), &get).unwrap_throw();
    js_sys::Reflect::set(&chrome, &"i18n".into(), &i18n).unwrap_throw();
    js_sys::Reflect::set(&js_sys::global(), &"chrome".into(), &chrome).unwrap_throw();
}

fn overlay() -> Overlay {
    with_words();
    // A test that failed has left its own behind.
    if let Some(left) = host() {
        left.remove();
    }
    let window = web_sys::window().unwrap_throw();
    Overlay::new(&window, &document(), Rc::new(|_| {})).unwrap_throw()
}

fn view(target: Option<Target>) -> View {
    let guidance = match target {
        Some(target) => {
            let pointer = Pointer::new(Step::VerifyOtp, target, ControlId(0), Say::just(Message::TypeOtp));
            Guidance::Point(pointer.offering(Offer::Undo))
        }
        None => Guidance::Wait { step: Step::SelectGsp, say: vec![Say::just(Message::WaitForList)] },
    };
    View::of(&guidance, "x", &|say| say.message.key().to_owned()).unwrap_throw()
}

fn host() -> Option<Element> {
    document().query_selector(HOST).unwrap_throw()
}

#[wasm_bindgen_test]
fn the_element_says_what_it_shows_and_goes_when_it_is_dropped() {
    let page = Fixture::new("<button>Verify OTP</button>");
    let mut overlay = overlay();
    let place = Place { element: page.find("button"), free: Vec::new() };
    overlay.show(&document(), view(Some(Target::VerifyOtp)), Some(place)).unwrap_throw();
    let shown = host().unwrap_throw();
    let attribute = |name: &str| shown.get_attribute(name);
    assert_eq!(attribute("data-step").as_deref(), Some("verify-otp"));
    assert_eq!(attribute("data-state").as_deref(), Some("guiding"));
    assert_eq!(attribute("data-target").as_deref(), Some("verify-otp"));
    assert_eq!(attribute("data-password"), None);
    assert!(shown.shadow_root().is_none(), "the root is closed");
    overlay.show(&document(), view(None), None).unwrap_throw();
    assert_eq!(attribute("data-state").as_deref(), Some("waiting"));
    assert_eq!(attribute("data-target"), None);
    overlay.hide();
    assert!(host().is_none());
    overlay.show(&document(), view(None), None).unwrap_throw();
    drop(overlay);
    assert!(host().is_none());
}

#[wasm_bindgen_test]
fn the_element_catches_no_press_that_is_meant_for_the_page() {
    let page =
        Fixture::new("<button style='position:fixed;left:40px;top:60px;width:90px;height:30px'>Verify OTP</button>");
    let mut overlay = overlay();
    let place = Place { element: page.find("button"), free: Vec::new() };
    overlay.show(&document(), view(Some(Target::VerifyOtp)), Some(place)).unwrap_throw();
    let hit = document().element_from_point(85.0, 75.0).unwrap_throw();
    assert_eq!(hit.local_name(), "button");
}

#[wasm_bindgen_test]
fn the_page_is_not_told_of_the_guides_buttons() {
    let page = Fixture::new("<button>Verify OTP</button>");
    let mut overlay = overlay();
    let seen = Rc::new(RefCell::new(0));
    let counter = Rc::clone(&seen);
    let changed = Closure::<dyn Fn()>::new(move || *counter.borrow_mut() += 1);
    let observer = web_sys::MutationObserver::new(changed.as_ref().unchecked_ref()).unwrap_throw();
    let what = web_sys::MutationObserverInit::new();
    what.set_subtree(true);
    what.set_attributes(true);
    what.set_child_list(true);
    observer.observe_with_options(&page.0, &what).unwrap_throw();
    let place = Place { element: page.find("button"), free: Vec::new() };
    overlay.show(&document(), view(Some(Target::VerifyOtp)), Some(place)).unwrap_throw();
    assert!(observer.take_records().length() == 0, "the page's own elements stay as they are");
    observer.disconnect();
}

/// The closed roots that were made on a page, the last one last.
fn roots() -> js_sys::Array {
    let watch = "
        if (!window.roots) {
            window.roots = [];
            const attach = Element.prototype.attachShadow;
            Element.prototype.attachShadow = function (how) {
                const root = attach.call(this, how);
                roots.push(root);
                return root;
            };
        }
        window.roots";
    js_sys::eval(watch).unwrap_throw().unchecked_into()
}

/// An overlay whose root can be looked into.
fn open_overlay() -> (Overlay, ShadowRoot) {
    roots();
    let overlay = overlay();
    (overlay, roots().pop().unchecked_into())
}

fn part(root: &ShadowRoot, selector: &str) -> HtmlElement {
    root.query_selector(selector).unwrap_throw().expect_throw(selector).unchecked_into()
}

fn has_ring(root: &ShadowRoot) -> bool {
    !part(root, "[part=ring]").hidden()
}

/// How far the ring's edges are outside of an area: left, top, right, bottom.
fn margins(root: &ShadowRoot, area: &web_sys::DomRect) -> [f64; 4] {
    let ring = part(root, "[part=ring]").get_bounding_client_rect();
    [area.left() - ring.left(), area.top() - ring.top(), ring.right() - area.right(), ring.bottom() - area.bottom()]
}

fn show(overlay: &mut Overlay, target: &Element) {
    let place = Place { element: target.clone(), free: Vec::new() };
    overlay.show(&document(), view(Some(Target::VerifyOtp)), Some(place)).unwrap_throw();
}

/// The next frame, drawn.
async fn frame() {
    let window = web_sys::window().unwrap_throw();
    let promise = js_sys::Promise::new(&mut |done, _| {
        window.request_animation_frame(&done).unwrap_throw();
    });
    wasm_bindgen_futures::JsFuture::from(promise).await.unwrap_throw();
}

/// Waits for a state, as long as a thousand frames.
async fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    for _ in 0..1_000 {
        if is_so() {
            return;
        }
        frame().await;
    }
    panic!("{what} did not come");
}

#[wasm_bindgen_test]
fn the_ring_fits_a_zoomed_page() {
    let root_element: HtmlElement = document().document_element().unwrap_throw().unchecked_into();
    for style in ["zoom:1.25", "zoom:0.8", "transform:scale(.8);transform-origin:0 0", ""] {
        root_element.set_attribute("style", style).unwrap_throw();
        let page = Fixture::new("<button style='margin:50px 0 0 200px'>Verify OTP</button>");
        let (mut overlay, root) = open_overlay();
        show(&mut overlay, &page.find("button"));
        let margins = margins(&root, &page.find("button").get_bounding_client_rect());
        root_element.remove_attribute("style").unwrap_throw();
        assert!(margins.iter().all(|margin| (3.0..8.0).contains(margin)), "{style}: {margins:?}");
    }
}

#[wasm_bindgen_test]
async fn the_ring_leaves_with_what_a_box_scrolls_away_and_comes_back() {
    let page = Fixture::new(
        "<div id=box style='height:90px;overflow:auto'><button>Verify OTP</button><p style='height:400px'>x</p></div>",
    );
    let (mut overlay, root) = open_overlay();
    show(&mut overlay, &page.find("button"));
    assert!(has_ring(&root));
    page.find("#box").set_scroll_top(200);
    until("the ring's going", || !has_ring(&root)).await;
    page.find("#box").set_scroll_top(0);
    until("the ring's coming", || has_ring(&root)).await;
    let margins = margins(&root, &page.find("button").get_bounding_client_rect());
    assert!(margins.iter().all(|margin| (3.0..8.0).contains(margin)), "{margins:?}");
}

#[wasm_bindgen_test]
fn only_what_a_box_shows_is_ringed() {
    let page = Fixture::new(
        "<div id=box style='height:40px;overflow:auto'><button style='height:200px;display:block'>Verify OTP</button></div>",
    );
    let (mut overlay, root) = open_overlay();
    show(&mut overlay, &page.find("button"));
    let ring = part(&root, "[part=ring]").get_bounding_client_rect();
    assert!(ring.height() <= 40.0 + 2.0 * 6.0, "{} pixels high", ring.height());
}

#[wasm_bindgen_test]
async fn the_ring_leaves_with_its_target() {
    let page = Fixture::new("<p><button>Verify OTP</button></p>");
    let (mut overlay, root) = open_overlay();
    show(&mut overlay, &page.find("button"));
    frame().await;
    page.find("button").remove();
    until("the ring's going", || !has_ring(&root)).await;
}

#[wasm_bindgen_test]
fn a_target_in_a_box_is_brought_into_view_without_scrolling_the_page() {
    let page = Fixture::new(
        "<div style='height:90px'></div><div id=box style='height:90px;overflow:auto'><p style='height:400px'>x</p>\
         <button>Verify OTP</button></div><div style='height:3000px'></div>",
    );
    let (mut overlay, root) = open_overlay();
    show(&mut overlay, &page.find("button"));
    assert!(has_ring(&root));
    let window = web_sys::window().unwrap_throw();
    assert_eq!(window.scroll_y(), Ok(0.0));
    assert!(page.find("#box").scroll_top() > 0);
}

#[wasm_bindgen_test]
fn what_a_box_cuts_off_is_not_scrolled_inside_the_box() {
    let page = Fixture::new(
        "<div style='height:3000px'></div><div id=box style='height:30px;overflow:hidden'>\
         <p style='height:20px;margin:0'>x</p><button style='height:20px'>Verify OTP</button></div>",
    );
    let (mut overlay, root) = open_overlay();
    show(&mut overlay, &page.find("button"));
    assert_eq!(page.find("#box").scroll_top(), 0, "a menu that opens would stay moved");
    assert!(has_ring(&root), "the box was not brought into view");
}

#[wasm_bindgen_test]
async fn the_ring_is_laid_once_a_frame_however_much_scrolls() {
    let page = Fixture::new("<button>Verify OTP</button>");
    let (mut overlay, root) = open_overlay();
    show(&mut overlay, &page.find("button"));
    until("rest", || has_ring(&root)).await;
    frame().await;
    let observers = js_sys::eval(
        "window.observers = 0; const Kept = IntersectionObserver;
         window.IntersectionObserver = class extends Kept { constructor(...all) { super(...all); observers += 1; } };
         () => { IntersectionObserver = Kept; return observers; }",
    );
    let end: js_sys::Function = observers.unwrap_throw().unchecked_into();
    let window = web_sys::window().unwrap_throw();
    for _ in 0..20 {
        window.dispatch_event(&web_sys::Event::new("scroll").unwrap_throw()).unwrap_throw();
        frame().await;
    }
    let made = end.call0(&JsValue::NULL).unwrap_throw().as_f64();
    assert!(made.is_some_and(|made| made < 3.0), "{made:?} observers were made");
}

/// A view with these buttons, beside "Pause".
fn view_offering(offers: &[Offer]) -> View {
    let pointer = Pointer::new(Step::SelectGsp, Target::Gsp, ControlId(0), Say::just(Message::WaitForList));
    let pointer = offers.iter().fold(pointer, |pointer, offer| pointer.offering(*offer));
    View::of(&Guidance::Point(pointer), "x", &|say| say.message.key().to_owned()).unwrap_throw()
}

#[wasm_bindgen_test]
fn the_focus_stays_on_a_button_that_stays_and_goes_to_the_next_of_one_that_goes() {
    let page = Fixture::new("<select></select><input id=typing>");
    let (mut overlay, root) = open_overlay();
    let place = || Some(Place { element: page.find("select"), free: Vec::new() });
    let focused = |root: &ShadowRoot| root.active_element().and_then(|button| button.get_attribute("data-do"));
    overlay.show(&document(), view_offering(&[Offer::Select, Offer::Keep]), place()).unwrap_throw();
    part(&root, "[data-do=pause]").focus().unwrap_throw();
    overlay.show(&document(), view_offering(&[Offer::Undo]), place()).unwrap_throw();
    assert_eq!(focused(&root).as_deref(), Some("pause"));
    part(&root, "[data-do=undo]").focus().unwrap_throw();
    overlay.show(&document(), view_offering(&[Offer::Select, Offer::Keep]), place()).unwrap_throw();
    assert_eq!(focused(&root).as_deref(), Some("select"));
    // A button that is back comes before those that stayed.
    let order: Vec<_> =
        (0..3).filter_map(|i| part(&root, ".buttons").children().item(i)?.get_attribute("data-do")).collect();
    assert_eq!(order, ["select", "keep", "pause"]);
    // The guide goes for a moment.
    overlay.hide();
    overlay.show(&document(), view_offering(&[Offer::Undo]), place()).unwrap_throw();
    assert_eq!(focused(&root).as_deref(), Some("undo"));
    // It takes the focus from nobody.
    overlay.hide();
    page.find("#typing").unchecked_into::<HtmlElement>().focus().unwrap_throw();
    overlay.show(&document(), view_offering(&[Offer::Select]), place()).unwrap_throw();
    assert_eq!(focused(&root), None);
    assert_eq!(document().active_element(), Some(page.find("#typing")));
}

#[wasm_bindgen_test]
async fn what_is_announced_comes_to_a_place_that_was_there_empty() {
    let page = Fixture::new("<button>Verify OTP</button>");
    let (mut overlay, root) = open_overlay();
    show(&mut overlay, &page.find("button"));
    let place = part(&root, "[role=status]");
    let said = || place.text_content().unwrap_or_default();
    assert_eq!(said(), "");
    until("the words", || said().contains("TypeOtp")).await;
}

#[wasm_bindgen_test]
async fn a_popover_that_the_page_hides_is_shown_again() {
    let page = Fixture::new("<button>Verify OTP</button>");
    let (mut overlay, root) = open_overlay();
    show(&mut overlay, &page.find("button"));
    let element: HtmlElement = host().unwrap_throw().unchecked_into();
    element.hide_popover().unwrap_throw();
    until("the guide", || element.matches(":popover-open") == Ok(true)).await;
    assert!(has_ring(&root));
}

#[wasm_bindgen_test]
fn over_a_dialog_the_guide_is_put_above_it_once_and_offers_nothing_that_cannot_be_pressed() {
    let page = Fixture::new("<button>Verify OTP</button><dialog>Notice <button>Close</button></dialog>");
    let (mut overlay, root) = open_overlay();
    let target = page.find("button");
    show(&mut overlay, &target);
    assert!(!part(&root, ".buttons").hidden());
    let raised = Rc::new(Cell::new(0));
    let count = Rc::clone(&raised);
    let toggled =
        gloo::events::EventListener::new(&host().unwrap_throw(), "beforetoggle", move |_| count.set(count.get() + 1));
    let dialog = page.find("dialog");
    let call = |name: &str| {
        let function = js_sys::Reflect::get(&dialog, &name.into()).unwrap_throw().unchecked_into::<js_sys::Function>();
        function.call0(&dialog).unwrap_throw();
    };
    call("showModal");
    show(&mut overlay, &target);
    show(&mut overlay, &target);
    assert_eq!(raised.get(), 2, "it was hidden and shown once");
    assert!(part(&root, ".buttons").hidden());
    call("close");
    show(&mut overlay, &target);
    assert_eq!(raised.get(), 2, "nothing new is above it");
    assert!(!part(&root, ".buttons").hidden());
    drop(toggled);
}

#[wasm_bindgen_test]
fn the_words_have_a_language_and_a_direction() {
    let page = Fixture::new("<button>Verify OTP</button>");
    let mut overlay = overlay();
    show(&mut overlay, &page.find("button"));
    let shown = host().unwrap_throw();
    // Here each message's words are its key.
    assert_eq!(shown.get_attribute("lang").as_deref(), Some("Language"));
    assert_eq!(shown.get_attribute("dir").as_deref(), Some("ltr"));
}

/// A frame that lies exactly on the window's corner, so that both count alike.
fn framed(page: &Fixture, html: &str) -> (web_sys::Window, Document) {
    let frame: HtmlIFrameElement = page.find("iframe").unchecked_into();
    let inner = frame.content_document().unwrap_throw();
    inner.body().unwrap_throw().set_inner_html(html);
    (frame.content_window().unwrap_throw(), inner)
}

#[wasm_bindgen_test]
fn in_a_small_window_the_callout_leaves_target_and_fields_free() {
    let page = Fixture::new("<iframe style='position:fixed;left:0;top:0;width:320px;height:256px;border:0'></iframe>");
    let (window, inner) = framed(
        &page,
        "<div style='position:absolute;top:8px;left:8px'><input id=a><br><input id=b><br><input id=c></div>",
    );
    with_words();
    let attach = js_sys::eval("(window, roots) => { const attach = window.Element.prototype.attachShadow;
        window.Element.prototype.attachShadow = function (how) { const root = attach.call(this, how); roots.push(root); return root; }; }");
    let roots = js_sys::Array::new();
    attach.unwrap_throw().unchecked_into::<js_sys::Function>().call2(&JsValue::NULL, &window, &roots).unwrap_throw();
    let mut overlay = Overlay::new(&window, &inner, Rc::new(|_| {})).unwrap_throw();
    let root: ShadowRoot = roots.pop().unchecked_into();
    let find = |id: &str| inner.get_element_by_id(id).unwrap_throw();
    let place = Place { element: find("a"), free: vec![find("b"), find("c")] };
    let guidance = Pointer::new(Step::SetCredentials, Target::ApiUsername, ControlId(0), Say::just(Message::TypeOtp));
    let guidance = Guidance::Point(guidance.also(Say::just(Message::OtpWhere)).offering(Offer::Describe));
    let long = "What is asked for stands here in many words, so that there is never room for all of it ";
    let view = View::of(&guidance, "x", &|_| long.repeat(2)).unwrap_throw();
    overlay.show(&inner, view, Some(place)).unwrap_throw();
    let callout = part(&root, "[part=callout]").get_bounding_client_rect();
    assert!(callout.height() > 40.0 && callout.bottom() <= 256.0 && callout.right() <= 320.0, "it is in the window");
    for id in ["a", "b", "c"] {
        let field = find(id).get_bounding_client_rect();
        let is_free = callout.top() >= field.bottom() || callout.left() >= field.right();
        assert!(is_free, "the callout begins at {} {}, {id} ends at {}", callout.left(), callout.top(), field.bottom());
    }
}

#[wasm_bindgen_test]
fn the_root_stays_closed_where_the_page_has_defined_the_element() {
    let page = Fixture::new("<iframe style='position:fixed;left:0;top:0;width:600px;height:400px;border:0'></iframe>");
    let (window, inner) = framed(&page, "<button>Verify OTP</button>");
    with_words();
    let define = js_sys::eval(
        "(window, name) => { window.spies = [];
            window.customElements.define(name, class extends window.HTMLElement {
                constructor() { super(); window.spies.push(this.attachInternals()); } }); }",
    );
    let define: js_sys::Function = define.unwrap_throw().unchecked_into();
    define.call2(&JsValue::NULL, &window, &HOST.into()).unwrap_throw();
    let mut overlay = Overlay::new(&window, &inner, Rc::new(|_| {})).unwrap_throw();
    let place = Place { element: inner.query_selector("button").unwrap_throw().unwrap_throw(), free: Vec::new() };
    overlay.show(&inner, view(Some(Target::VerifyOtp)), Some(place)).unwrap_throw();
    let spies: js_sys::Array = js_sys::Reflect::get(&window, &"spies".into()).unwrap_throw().unchecked_into();
    assert!(spies.length() > 0, "the page sees the element");
    let opened =
        spies.iter().filter(|spy| js_sys::Reflect::get(spy, &"shadowRoot".into()).is_ok_and(|root| root.is_truthy()));
    assert_eq!(opened.count(), 0);
    let shown = inner.query_selector(HOST).unwrap_throw().unwrap_throw();
    assert_eq!(shown.get_attribute("data-target").as_deref(), Some("verify-otp"));
    assert_eq!(shown.text_content().unwrap_or_default(), "");
    assert!(shown.query_selector(":popover-open").unwrap_throw().is_some());
}
