//! Small pages in the manner of the portal.

/// The companies of a list, without a placeholder.
pub(crate) const COMPANIES: &str = "
    <option>Adaequare Info Private Limited
    <option>Cygnet Infotech Private Ltd
    <option>Tera Software Limited
    <option>Vay Network Services Private Limited
    <option>Webtel Electrosoft Private Limited";

/// What the portal wants to know of the new user.
pub(crate) const CREDENTIALS: &str = "
    <p><label for=txtApiUser>Username:</label> <span>API_</span><input type=text id=txtApiUser name=ApiUser></p>
    <p><label for=txtApiPwd>Password:</label> <input type=password id=txtApiPwd name=ApiPwd></p>
    <p><label for=txtApiPwd2>Re-enter Password:</label> <input type=password id=txtApiPwd2 name=ApiPwd2></p>
    <p><button type=submit id=btnSubmit>Submit</button></p>";

/// The same as the portal sends it back, filled.
pub(crate) const FILLED: &str = "
    <p><label for=txtApiUser>Username:</label> <span>API_</span><input type=text id=txtApiUser value=genems7></p>
    <p><label for=txtApiPwd>Password:</label> <input type=password id=txtApiPwd value='Mango7$River'></p>
    <p><label for=txtApiPwd2>Re-enter Password:</label> <input type=password id=txtApiPwd2 value='Mango7$River'></p>
    <p><button type=submit id=btnSubmit>Submit</button></p>";

/// A menu of which the part with our entry is closed.
pub(crate) const MENU: &str = "
    <ul id=menu>
      <li><a href='#m1'>e-Invoice</a></li>
      <li><a href='#m2'>MIS Reports</a></li>
      <li><a href='#m3'>User Management</a></li>
      <li><a href='#m4' id=mApi aria-expanded=false>API Registration</a>
        <ul style='display:none'><li><a href='#m42'>User Credentials</a></li></ul></li>
      <li><a href='/UserAccount/ChangePassword'>Change Password</a></li>
    </ul>";

/// The portal's page of an OTP.
pub(crate) const OTP: &str = "
    <h4>API Registration</h4>
    <p><label for=txtOtp>Enter OTP:</label> <input type=text id=txtOtp name=Otp maxlength=6>
      <button type=button id=btnVerifyOTP>Verify OTP</button></p>";

/// The portal's login, open.
pub(crate) const LOGIN: &str = "
    <div id=login><h5>e-Invoice System Login</h5>
      <p><label for=txtUserName>User name</label> <input type=text id=txtUserName></p>
      <p><label for=txt_password>Password</label> <input type=password id=txt_password></p>
      <p><img alt='' width=150 height=40> <input type=text id=CaptchaCode placeholder='ENTER ABOVE CAPTCHA'></p>
      <p><button type=button id=btnSignIn>Login</button></p></div>";

const HEAD: &str = "<html lang=en><head><meta charset=utf-8><title>e-Invoice System</title>
    <style>body{margin:0;font:14px/1.5 Arial,sans-serif}.strip{background:#cbd5ea;padding:6px}#menu{width:220px;margin:0}
    #menu a{display:block;padding:6px}</style></head>";

/// A page of the portal before the login.
pub(crate) fn public(body: &str) -> String {
    format!("<!DOCTYPE html>{HEAD}<body><h3>e - Invoice System</h3>{body}</body></html>")
}

/// The public home page with these things beside its news.
pub(crate) fn home(body: &str) -> String {
    public(&format!("{body}<h5>Latest Updates</h5><p>2-Factor Authentication is mandatory.</p>"))
}

/// A page of the portal after the login.
pub(crate) fn inner(body: &str) -> String {
    format!("<!DOCTYPE html>{}", inner_in_quirks(body))
}

/// The same without a doctype.
pub(crate) fn inner_in_quirks(body: &str) -> String {
    format!(
        "{HEAD}<body><div class=strip><a href='/Home/MainMenu' id=lnkHome>Home</a> GSTIN: 29AABCT1332L000 - Name: TEST
        TRADERS <a href='/Home/Logout'>Logout</a></div>{body}</body></html>"
    )
}

/// The main menu's page with this menu, and something after it.
pub(crate) fn main_menu(menu: &str, more: &str) -> String {
    inner(&format!("<nav>{menu}</nav><h4>Dash Board</h4><p>Yesterday: 0</p>{more}"))
}

/// The question for the channel, with these attributes on ours.
pub(crate) fn channels(ours: &str) -> String {
    format!(
        "<p>DO you wish to Register your GSTIN for API Interface:
        <input type=radio name=Through id=rdGsp value=gsp {ours}> <label for=rdGsp>Through GSP</label>
        <input type=radio name=Through id=rdErp value=erp> <label for=rdErp>Through ERP</label>
        <input type=radio name=Through id=rdCid value=cid> <label for=rdCid>Through Client-Id of other GSTIN</label></p>"
    )
}

/// The list of the GSPs with these attributes and entries.
pub(crate) fn list(attributes: &str, entries: &str) -> String {
    format!(
        "<p><label for=ddlGsp>Select your GSP:</label> <select id=ddlGsp name=Gsp {attributes}>{entries}</select></p>"
    )
}

/// The list as usual: nothing is chosen yet.
pub(crate) fn open_list(attributes: &str) -> String {
    list(attributes, &format!("<option value=''>--Select--{COMPANIES}"))
}

/// The list with ours chosen by the portal.
pub(crate) fn chosen_list() -> String {
    list("", "<option value=''>--Select--<option>Adaequare Info Private Limited<option selected>Tera Software Limited")
}

/// The registration form with these parts.
pub(crate) fn form(parts: &str) -> String {
    inner(&format!("<h4>API Registration</h4><form method=post action='/ApiRegistration/Save'>{parts}</form>"))
}

/// The registration form, of which only the name and the passwords are still to be given.
pub(crate) fn last_form(credentials: &str) -> String {
    form(&format!("{}{}{credentials}", channels("checked"), chosen_list()))
}
