// Playwright by role and label: for each target the query one would write from the portal's documentation. Strict, as
// Playwright is by default: more than one visible match is none. Shadow roots and frames are searched as well.

const button = (name) => (frame) => frame.getByRole("button", { name }).or(frame.getByRole("link", { name }));
const field = (name) => (frame) => frame.getByLabel(name).or(frame.getByPlaceholder(name));
const one = (role, name) => (frame) => frame.getByRole(role, { name });

/** Whole names only where the documentation has names that contain one another. */
const QUERIES = {
  "login-button": button("Login"),
  "portal-username": field(/^user ?name/i),
  "portal-password": field(/^password/i),
  "captcha": field(/captcha/i),
  "sign-in": button(/^login$/i),
  "login-otp": field("Enter OTP"),
  "login-verify-otp": button("Verify OTP"),
  "exit-contacts": button("Exit"),
  "close-notice": button(/^(close|×|x|ok)$/i),
  "home": button("Home"),
  "api-registration": button("API Registration"),
  "user-credentials": button("User Credentials"),
  "create-api-user": button("Create API User"),
  "otp": field("Enter OTP"),
  "verify-otp": button("Verify OTP"),
  "through-gsp": one("radio", "Through GSP"),
  "gsp": (frame) => frame.getByLabel("Select your GSP").or(frame.getByRole("combobox", { name: "GSP" })),
  "api-username": field(/^user ?name/i),
  "api-password": field(/^password/i),
  "api-password-again": field(/^(re-?enter|confirm) password/i),
  "submit": button("Submit"),
};

export const playwright = {
  name: "Playwright role and label, strict",
  knows: "documentation only",
  record: (_page, target) => target,
  find: async (page, target) => {
    const found = await Promise.all(page.frames().map((frame) => visible(QUERIES[target](frame))));
    const all = found.flat();
    return all.length === 1 ? all[0] : null;
  },
};

async function visible(locator) {
  const all = await locator.evaluateAll((elements) => elements.map((one) => top.findingEye.pointingAt(one)));
  return all.filter((one) => one !== null);
}
