//! Whole journeys through the router, without a network.

use axum::Router;
use axum::body::Body;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use axum::http::{Request, Response, StatusCode};
use http_body_util::BodyExt;
use serde_json::Value;
use tower::ServiceExt;

use super::router;
use crate::people;
use crate::session::salted;

const FORM: &str = "/ApiRegistration/RegisterApiUser";
const LIST: &str = "/ApiRegistration/ListOfApiUsers";
const SAVE: &str = "/ApiRegistration/SaveApiUser";
const TOKEN: &str = "__RequestVerificationToken";
const EXPIRED: &str = "Your session has expired. Please login again";

/// A browser without a screen.
struct Visitor {
    portal: Router,
    cookie: String,
    /// The anti-forgery token of the page it is on.
    token: Option<String>,
}

/// An answer, read to its end.
struct Page {
    status: StatusCode,
    leads_to: Option<String>,
    policy: Option<String>,
    text: String,
}

impl Page {
    /// What the page says in an inline `alert()`.
    fn says(&self, words: &str) -> bool {
        self.text.contains(&format!("alert(\"{words}"))
    }

    /// What the page says no with, in its block of errors and nowhere else.
    fn refuses(&self, words: &str) -> bool {
        self.text.contains(&format!("<div class=\"divError text-danger\">{words}")) && !self.text.contains("alert(")
    }

    /// The value of the first field with this attribute, if there is one.
    fn value(&self, attribute: &str) -> Option<String> {
        let (_, after) = self.text.split_once(attribute)?;
        let (_, value) = after.split_once("value=\"")?;
        value.split('"').next().map(str::to_owned)
    }
}

impl Visitor {
    async fn new() -> Self {
        let mut visitor = Self { portal: router(), cookie: String::new(), token: None };
        visitor.get("/practice/state").await;
        visitor
    }

    async fn at(place: &str, switches: &str) -> Self {
        let mut visitor = Self::new().await;
        let page = visitor.get(&format!("/practice/start?at={place}&{switches}")).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER);
        visitor
    }

    async fn get(&mut self, path: &str) -> Page {
        self.send(Request::get(path).header(COOKIE, &self.cookie).body(Body::empty()).unwrap()).await
    }

    /// Sends a form of the page it is on, or else of the home page.
    async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        if self.token.is_none() {
            self.get("/").await;
        }
        let token = self.token.take().unwrap();
        self.post_with(&token, path, fields).await
    }

    async fn post_with(&mut self, token: &str, path: &str, fields: &[(&str, &str)]) -> Page {
        let fields = [fields, &[(TOKEN, token)]].concat();
        let body: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", escaped(value))).collect();
        let request = Request::post(path)
            .header(COOKIE, &self.cookie)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body.join("&")))
            .unwrap();
        self.send(request).await
    }

    async fn send(&mut self, request: Request<Body>) -> Page {
        let response = self.portal.clone().oneshot(request).await.unwrap();
        if let Some(cookie) = header(&response, SET_COOKIE.as_str()) {
            self.cookie = cookie.split(';').next().unwrap().to_owned();
        }
        let page = Page {
            status: response.status(),
            leads_to: header(&response, LOCATION.as_str()),
            policy: header(&response, CONTENT_SECURITY_POLICY.as_str()),
            text: String::from_utf8_lossy(&response.into_body().collect().await.unwrap().to_bytes()).into_owned(),
        };
        self.token = page.value(&format!("name=\"{TOKEN}\"")).or(self.token.take());
        page
    }

    async fn state(&mut self) -> Value {
        serde_json::from_str(&self.get("/practice/state").await.text).unwrap()
    }

    /// Opens the home page and logs in from it.
    async fn log_in(&mut self, password: &str, captcha: Option<&str>) -> Page {
        let salt = self.get("/").await.value("id=\"Salt\"").unwrap();
        let shown = self.state().await["captcha"].as_str().unwrap().to_owned();
        let fields = [
            ("UserLogin.UserName", people::USER),
            ("UserLogin.Password", &salted(password, &salt)),
            ("CaptchaCode", captcha.unwrap_or(&shown)),
        ];
        self.post("/Home/Login", &fields).await
    }

    async fn register(&mut self, username: &str, password: &str) -> Page {
        self.post(SAVE, &registration(username, password)).await
    }
}

/// The registration form, filled in.
fn registration<'a>(username: &'a str, password: &'a str) -> [(&'a str, &'a str); 5] {
    [
        ("RegisterThrough", "GSP"),
        ("GspName", "Tera Software Limited"),
        ("ApiUser.UserName", username),
        ("ApiUser.Password", password),
        ("ApiUser.ConfirmPassword", password),
    ]
}

fn header(response: &Response<Body>, name: &str) -> Option<String> {
    response.headers().get(name).map(|value| value.to_str().unwrap().to_owned())
}

fn escaped(value: &str) -> String {
    value.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

#[tokio::test]
async fn the_whole_way_from_the_home_page_to_the_list() {
    let mut visitor = Visitor::at("home", "login_otp=on&contacts=on").await;
    let page = visitor.log_in(people::PASSWORD, None).await;
    assert_eq!(page.leads_to.as_deref(), Some("/UserAccount/LoginOtp"));
    assert_eq!(visitor.state().await["logged_in"], false);

    let page = visitor.post("/UserAccount/LoginOtp", &[("LoginOtp", people::API_OTP)]).await;
    assert!(page.refuses("Incorrect OTP !!"));
    let page = visitor.post("/UserAccount/LoginOtp", &[("LoginOtp", people::LOGIN_OTP)]).await;
    assert_eq!(page.leads_to.as_deref(), Some("/UserAccount/TechPersonContacts"));
    assert_eq!(visitor.state().await["logged_in"], true);

    let page = visitor.get("/Home/MainMenu").await;
    assert!(page.text.contains("Dash Board"));
    assert!(page.text.contains(&format!("GSTIN: {} - Name: {}", people::GSTIN, people::TRADE_NAME)));
    let page = visitor.get("/ApiRegistration/CreateApiUser").await;
    assert!(page.says("OTP has been sent to your Register mobile no , Please check and enter"));

    let page = visitor.post("/ApiRegistration/VerifyOtp", &[("Otp", people::API_OTP)]).await;
    assert_eq!(page.leads_to.as_deref(), Some(FORM));
    assert!(visitor.get(FORM).await.says("OTP verified successfully"));

    let page = visitor.register("traders", "Mango7$River").await;
    assert_eq!(page.leads_to.as_deref(), Some(LIST));
    let page = visitor.get("/ApiRegistration/ListOfApiUsers").await;
    assert!(page.text.contains("API user API_traders created successfully"));
    let page = visitor.get("/ApiRegistration/ListOfApiUsers").await;
    assert!(!page.text.contains("created successfully"), "the message is shown once");
    assert!(page.text.contains("API_traders"));

    let state = visitor.state().await;
    assert_eq!(state["received"]["gsp"], "Tera Software Limited");
    assert_eq!(state["received"]["password"], "Mango7$River");
    assert_eq!(state["users"][0]["username"], "API_traders");
    assert_eq!(state["users"][0]["gsp"], "Tera Software Limited");
    assert!(state["users"][0].get("password").is_none());
}

#[tokio::test]
async fn a_wrong_captcha_or_password_leads_to_the_home_page_with_words() {
    for (password, captcha, words) in [
        (people::PASSWORD, Some("wrong"), "Invalid Captcha"),
        ("not-the-password", None, "Invalid Login Credentials"),
        ("not-the-password", Some(""), "Invalid Captcha"),
    ] {
        let mut visitor = Visitor::new().await;
        let page = visitor.log_in(password, captcha).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.refuses(words), "{words}");
        assert!(page.text.contains("btnLogin"));
        assert_eq!(visitor.state().await["logged_in"], false);
    }
}

#[tokio::test]
async fn a_wrong_otp_is_asked_for_again_without_sending_another() {
    let mut visitor = Visitor::at("otp", "").await;
    visitor.get("/ApiRegistration/CreateApiUser").await;
    let page = visitor.post("/ApiRegistration/VerifyOtp", &[("Otp", people::LOGIN_OTP)]).await;
    assert!(page.refuses("Incorrect OTP !!"));
    assert!(!page.text.contains("has been sent"));
    assert_eq!(visitor.state().await["otp_verified"], false);
}

#[tokio::test]
async fn an_otp_that_was_never_sent_verifies_nothing() {
    let mut visitor = Visitor::at("menu", "").await;
    let page = visitor.post("/ApiRegistration/VerifyOtp", &[("Otp", people::API_OTP)]).await;
    assert_eq!(page.leads_to.as_deref(), Some("/ApiRegistration/CreateApiUser"));
    let page = visitor.register("traders", "Mango7$River").await;
    assert_eq!(page.leads_to.as_deref(), Some("/ApiRegistration/CreateApiUser"));
    assert_eq!(visitor.state().await["users"].as_array().unwrap().len(), 0);
}

#[tokio::test]
async fn a_refused_form_keeps_all_but_the_passwords() {
    let mut visitor = Visitor::at("form", "").await;
    for (username, password, words) in [
        ("taken", "Mango7$River", "3004: This username is already registered. Please choose a different username."),
        ("<b>me</b>", "mango7river", "3003: "),
    ] {
        let page = visitor.register(username, password).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.refuses(words), "{words}");
        assert!(page.text.contains("value=\"GSP\" checked"));
        assert!(page.text.contains("value=\"Tera Software Limited\" selected"));
        assert!(!page.text.contains(password));
        assert!(!page.text.contains("<b>me"), "what was typed is no markup");
        assert_eq!(visitor.state().await["received"]["username"], username);
    }
    let page = visitor.register("traders", "Mango7$River").await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn whoever_is_not_logged_in_is_sent_home_with_words() {
    for path in ["/Home/MainMenu", "/UserAccount/LoginOtp", "/Invoice/BulkUpload", FORM] {
        let mut visitor = Visitor::new().await;
        let page = visitor.get(path).await;
        assert_eq!(page.leads_to.as_deref(), Some("/"), "{path}");
        let page = visitor.get("/").await;
        assert!(page.refuses(EXPIRED), "{path}");
        assert!(!visitor.get("/").await.text.contains(EXPIRED), "{path}");
    }
}

#[tokio::test]
async fn a_refusal_is_told_where_its_switch_wants_it() {
    for (told, in_alert, in_page) in [("page", false, true), ("alert", true, false), ("both", true, true)] {
        for (place, page, answer, field) in [
            ("login-otp", "/UserAccount/LoginOtp", "/UserAccount/LoginOtp", "LoginOtp"),
            ("otp", "/ApiRegistration/CreateApiUser", "/ApiRegistration/VerifyOtp", "Otp"),
        ] {
            let mut visitor = Visitor::at(place, &format!("told={told}")).await;
            visitor.get(page).await;
            let page = visitor.post(answer, &[(field, "000000")]).await;
            assert_eq!(page.says("Incorrect OTP !!"), in_alert, "{told} {place}");
            assert_eq!(page.text.contains("divError text-danger\">Incorrect OTP !!"), in_page, "{told} {place}");
        }
    }
}

#[tokio::test]
async fn every_form_that_is_posted_carries_the_token_of_its_page() {
    let mut visitor = Visitor::at("done", "").await;
    let public = ["/", "/Home/ForgotUserPwd", "/Home/UserRegistration", "/Others/TaxpayerSearch"];
    let inner =
        ["/Home/MainMenu", "/Invoice/BulkUpload", "/ApiRegistration/CreateApiUser", "/ApiRegistration/FreezeApiUser"];
    let mut tokens = Vec::new();
    for path in public.into_iter().chain(inner) {
        let page = visitor.get(path).await;
        let token = visitor.token.clone().unwrap();
        assert!(token.starts_with("CfDJ8"), "{path}");
        let forms = page.text.matches("method=\"post\"").count();
        assert!(forms > 0, "{path}");
        assert_eq!(page.text.matches(&format!("name=\"{TOKEN}\" type=\"hidden\" value=\"{token}\"")).count(), forms);
        assert!(!tokens.contains(&token), "{path}: the token of another page");
        tokens.push(token);
    }
}

#[tokio::test]
async fn logged_in_pages_hold_several_forms() {
    let mut visitor = Visitor::at("form", "").await;
    for (path, buttons) in [
        (FORM, ["Save", "Date"]),
        ("/ApiRegistration/CreateApiUser", ["Verify", "Date"]),
        ("/Invoice/BulkUpload", ["Upload", "Print"]),
    ] {
        let page = visitor.get(path).await;
        assert!(page.text.matches("<form").count() > 1, "{path}");
        for button in buttons {
            assert!(page.text.contains(&format!("name=\"submit\" value=\"{button}\"")), "{path} {button}");
        }
    }
}

#[tokio::test]
async fn a_form_that_is_sent_twice_is_refused_the_second_time() {
    let mut visitor = Visitor::at("form", "").await;
    visitor.get(FORM).await;
    let token = visitor.token.clone().unwrap();
    let form = registration("traders", "Mango7$River");
    assert_eq!(visitor.post_with(&token, SAVE, &form).await.leads_to.as_deref(), Some(LIST));
    assert_eq!(visitor.post_with(&token, SAVE, &form).await.leads_to.as_deref(), Some("/"));
    assert!(visitor.get("/").await.refuses(EXPIRED));
    let state = visitor.state().await;
    assert_eq!(state["logged_in"], false);
    assert_eq!(state["users"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_form_without_its_pages_token_is_refused() {
    let mut other = Visitor::at("form", "").await;
    other.get(FORM).await;
    let foreign = other.token.clone().unwrap();
    for token in ["", "CfDJ8", &foreign] {
        let mut visitor = Visitor::at("form", "").await;
        visitor.get(FORM).await;
        let page = visitor.post_with(token, SAVE, &registration("traders", "Mango7$River")).await;
        assert_eq!(page.leads_to.as_deref(), Some("/"), "{token}");
        assert!(visitor.state().await["received"].is_null(), "{token}");
    }
}

#[tokio::test]
async fn a_session_ends_once_on_demand() {
    let mut visitor = Visitor::at("form", "").await;
    visitor.get(FORM).await;
    visitor.get("/practice/set?error=expire&to=/practice/state").await;
    let page = visitor.register("traders", "Mango7$River").await;
    assert_eq!(page.leads_to.as_deref(), Some("/"));
    let page = visitor.get("/").await;
    assert!(page.refuses(EXPIRED));
    assert!(visitor.state().await["received"].is_null());
    let page = visitor.log_in(people::PASSWORD, None).await;
    assert_eq!(page.leads_to.as_deref(), Some("/Home/MainMenu"));
    assert_eq!(visitor.get("/Home/MainMenu").await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_error_comes_once_on_demand() {
    let mut visitor = Visitor::at("menu", "error=500").await;
    assert_eq!(visitor.get("/Home/MainMenu").await.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(visitor.get("/Home/MainMenu").await.status, StatusCode::OK);
}

#[tokio::test]
async fn every_page_obeys_the_policy_of_its_session() {
    let mut visitor = Visitor::new().await;
    assert_eq!(visitor.get("/").await.policy, None);
    for (csp, part) in [("strict", "script-src 'self'"), ("strictest", "require-trusted-types-for 'script'")] {
        visitor.get(&format!("/practice/start?at=otp&csp={csp}")).await;
        for path in ["/", "/ApiRegistration/CreateApiUser", "/Home/MainMenu", "/get-captcha-image", FORM] {
            let page = visitor.get(path).await;
            assert!(page.policy.is_some_and(|policy| policy.contains(part)), "{csp} {path}");
            assert!(!page.text.contains("<script>"), "{csp} {path}: an inline script");
            assert!(!page.text.contains(" style="), "{csp} {path}: an inline style");
        }
        let page = visitor.get("/ApiRegistration/CreateApiUser").await;
        assert!(page.text.contains("data-alert=\"OTP has been sent"), "{csp}");
    }
    visitor.get("/practice/set?csp=none").await;
    assert_eq!(visitor.get("/").await.policy, None);
}

#[tokio::test]
async fn a_choice_can_load_the_form_again() {
    let mut visitor = Visitor::at("form", "reload=on&directly=checked").await;
    let page = visitor.get(FORM).await;
    assert!(page.text.contains("value=\"DIRECT\" checked"));
    assert!(page.text.contains("data-reload"));
    let fields = [("RegisterThrough", "GSP"), ("GspName", ""), ("ApiUser.UserName", "traders")];
    let page = visitor.post("/ApiRegistration/ChangeOption", &fields).await;
    assert!(page.text.contains("value=\"GSP\" checked"));
    assert!(page.text.contains("value=\"traders\""));
    assert!(visitor.state().await["received"].is_null(), "a choice is no registration");
}

#[tokio::test]
async fn sessions_do_not_mix() {
    let mut one = Visitor::at("form", "csp=strict").await;
    let mut other = Visitor { portal: one.portal.clone(), cookie: String::new(), token: None };
    assert_eq!(other.get("/").await.policy, None);
    assert_ne!(one.cookie, other.cookie);
    assert_eq!(other.get("/Home/MainMenu").await.leads_to.as_deref(), Some("/"));
    assert_eq!(one.get("/Home/MainMenu").await.status, StatusCode::OK);
}

#[tokio::test]
async fn errors_of_pages_and_requests_are_noted() {
    let mut visitor = Visitor::new().await;
    visitor.get("/").await;
    visitor.get("/assets/portal.js").await;
    visitor.get("/practice/errors?what=it%20broke").await;
    let state = visitor.state().await;
    assert_eq!(state["page_errors"][0], "it broke");
    assert_eq!(state["requests"], 1);
}

#[tokio::test]
async fn the_control_leads_nowhere_else() {
    let mut visitor = Visitor::new().await;
    for (to, status) in [
        ("/practice", StatusCode::SEE_OTHER),
        ("//example.org", StatusCode::BAD_REQUEST),
        ("/%5Cexample.org", StatusCode::BAD_REQUEST),
        ("https://example.org", StatusCode::BAD_REQUEST),
    ] {
        assert_eq!(visitor.get(&format!("/practice/set?to={to}")).await.status, status, "{to}");
    }
    assert_eq!(visitor.get("/practice/set?csp=loose").await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn each_start_opens_its_screen() {
    for (place, anchor) in [
        ("home", "btnLogin"),
        ("login-otp", "2-Factor Authentication"),
        ("contacts", "Contacts of Technical Person"),
        ("menu", "Dash Board"),
        ("otp", "Enter OTP:"),
        ("form", "DO you wish to Register your GSTIN for API Interface:"),
        ("done", "API user API_practice created successfully"),
    ] {
        let mut visitor = Visitor::new().await;
        let leads_to = visitor.get(&format!("/practice/start?at={place}")).await.leads_to.unwrap();
        let page = visitor.get(&leads_to).await;
        assert_eq!(page.status, StatusCode::OK, "{place}");
        assert!(page.text.contains(anchor), "{place}");
    }
}

#[tokio::test]
async fn an_api_user_can_be_frozen_and_its_password_changed() {
    let mut visitor = Visitor::at("done", "").await;
    let change = "/ApiRegistration/ChangeApiPassword";
    for (old, new, refused) in [
        ("wrong", "River7$Mango", Some("3024")),
        ("Mango7$River", "Mango7$River", Some("3023")),
        ("Mango7$River", "River7$Mango", None),
    ] {
        let fields =
            [("ApiUserName", "API_practice"), ("OldPassword", old), ("NewPassword", new), ("ConfirmPassword", new)];
        let page = visitor.post(change, &fields).await;
        match refused {
            Some(words) => assert!(page.refuses(words), "{words}"),
            None => assert!(page.says("Successfully updated New password")),
        }
    }
    visitor.post("/ApiRegistration/FreezeApiUser", &[("ApiUserName", "API_practice")]).await;
    assert!(visitor.get("/ApiRegistration/ListOfApiUsers").await.text.contains("Freezed"));
}

#[tokio::test]
async fn the_taxpayer_search_knows_wrong_check_digits() {
    let mut visitor = Visitor::new().await;
    let page = visitor.post("/Others/TaxpayerSearch", &[("Gstin", people::GSTIN)]).await;
    assert!(page.text.contains(people::TRADE_NAME));
    let page = visitor.post("/Others/TaxpayerSearch", &[("Gstin", "27AAPFU0939F1ZW")]).await;
    assert!(page.refuses("Invalid GSTIN"));
}

/// A page as a browser reads it, what is in its frames included.
fn unpacked(page: &Page) -> String {
    page.text.replace("&quot;", "\"").replace("&amp;", "&")
}

#[tokio::test]
async fn a_made_up_portal_draws_the_screens_of_the_job() {
    for seed in 0..20 {
        for (place, target) in [
            ("home", "login-button"),
            ("login-otp", "login-otp"),
            ("contacts", "exit-contacts"),
            ("menu", "home"),
            ("otp", "verify-otp"),
            ("form", "through-gsp"),
            ("done", "home"),
        ] {
            let mut visitor = Visitor::new().await;
            let path = format!("/practice/start?at={place}&seed={seed}&csp=strict");
            let leads_to = visitor.get(&path).await.leads_to.unwrap();
            let page = visitor.get(&leads_to).await;
            assert!(unpacked(&page).contains(&format!("data-is=\"{target}\"")), "{place} {seed}");
            assert_eq!(page.policy, None, "{place} {seed}: its scripts are inline");
            visitor.get("/practice/set?seed=off").await;
            assert!(!visitor.get(&leads_to).await.text.contains("data-is"), "{place} {seed}");
        }
    }
}

#[tokio::test]
async fn a_made_up_portal_keeps_what_the_session_knows() {
    for seed in 0..20 {
        let mut visitor = Visitor::at("form", &format!("seed={seed}")).await;
        let gsp = portals::Portal::whole(seed).wanted().unwrap();
        let form = |name| {
            [
                ("RegisterThrough", "GSP"),
                ("GspName", gsp),
                ("ApiUser.UserName", name),
                ("ApiUser.Password", "Mango7$River"),
                ("ApiUser.ConfirmPassword", "Mango7$River"),
            ]
        };
        for (path, name) in [("/ApiRegistration/ChangeOption", "traders"), (SAVE, "taken")] {
            let page = unpacked(&visitor.post(path, &form(name)).await);
            assert!(page.contains(&format!("{name}\"")) && !page.contains("Mango7"), "{path} {seed}");
            assert_eq!(page.contains("3004: "), path == SAVE, "{path} {seed}");
        }
        assert_eq!(visitor.post(SAVE, &form("traders")).await.status, StatusCode::SEE_OTHER, "{seed}");
        let list = unpacked(&visitor.get("/ApiRegistration/ListOfApiUsers").await);
        assert!(list.contains("API user API_traders created successfully"), "{seed}");
        assert_eq!(visitor.state().await["users"][0]["gsp"], gsp);
    }
}

#[tokio::test]
async fn what_comes_between_login_and_menu_is_up_to_the_made_up_portal() {
    let mut seen = [0; 3];
    for seed in 0..50 {
        let mut visitor = Visitor::at("login-otp", &format!("seed={seed}")).await;
        let path = visitor.post("/UserAccount/LoginOtp", &[("LoginOtp", people::LOGIN_OTP)]).await.leads_to.unwrap();
        let menu = unpacked(&visitor.get("/Home/MainMenu").await);
        seen[0] += usize::from(path == "/UserAccount/TechPersonContacts");
        seen[1] += usize::from(path == "/Home/MainMenu?contacts");
        seen[2] += usize::from(menu.contains("data-is=\"close-notice\""));
        assert!(!menu.contains("data-is=\"exit-contacts\""), "{seed}");
    }
    assert!(seen.iter().all(|times| (1..50).contains(times)), "{seen:?}");
}
