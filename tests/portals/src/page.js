// What a live page does: menus, dialogs, drawn controls, parts that come late, and sending.
(function () {
  "use strict";

  const FIELDS = [
    "UserLogin.UserName", "UserLogin.Password", "CaptchaCode", "UserLogin.Salt", "LoginOtp", "Otp", "RegisterThrough",
    "GspName", "ApiUser.UserName", "ApiUser.Password", "ApiUser.ConfirmPassword",
  ];
  const ACTIONS = [
    ["/Home/Login", [0, 1, 2, 3]],
    ["/UserAccount/LoginOtp", [4]],
    ["/ApiRegistration/VerifyOtp", [5]],
    ["/ApiRegistration/SaveApiUser", [6, 7, 8, 9, 10]],
    ["/ApiRegistration/ChangeOption", [6, 7, 8, 9, 10]],
    ["/UserAccount/TechPersonContacts", []],
  ];
  // Every error that nobody catches is told to the server, as the practice portal's own pages do.
  function tell(what) {
    new Image().src = "/practice/errors?what=" + encodeURIComponent(String(what).slice(0, 500));
  }
  addEventListener("error", (event) => tell(event.message + " (" + event.lineno + ")"));
  addEventListener("unhandledrejection", (event) => tell("unhandled rejection: " + event.reason));

  const MARKS = ["api-registration", "user-credentials", "create-api-user"];
  const FIRST_MARK = 10;

  // All elements of a kind, in shadow roots too.
  function all(selector, root) {
    root = root || document;
    const found = Array.from(root.querySelectorAll(selector));
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) {
        found.push(...all(selector, element.shadowRoot));
      }
    }
    return found;
  }

  // What is no radio and has no state is always sent.
  function isChosen(control) {
    if (control.type === "radio") {
      return control.checked;
    }
    return (control.getAttribute("aria-checked") ?? control.dataset.on) !== "false";
  }

  function values(places) {
    const pairs = [];
    for (const place of places) {
      for (const control of all(`[data-k="${place}"]`)) {
        if (isChosen(control)) {
          pairs.push([FIELDS[place], control.dataset.v || control.value || ""]);
        }
      }
    }
    return pairs;
  }

  // Sends what is in the fields under the names that the server knows.
  function send(action) {
    const [path, places] = ACTIONS[action];
    const form = document.createElement("form");
    const pairs = new Map(values(places));
    // In a frame too, the token is the whole page's.
    const token = top.document.querySelector("[name='__RequestVerificationToken']");
    pairs.set(token.name, token.value);
    if (action === 0) {
      pairs.set(FIELDS[1], sha256(sha256(pairs.get(FIELDS[1]) || "") + (pairs.get(FIELDS[3]) || "")));
    }
    if (action > 2) {
      pairs.set(FIELDS[8], (pairs.get(FIELDS[8]) || "").replace(/^API_/, ""));
    }
    for (const [name, value] of pairs) {
      const input = document.createElement("input");
      input.type = "hidden";
      input.name = name;
      input.value = value;
      form.append(input);
    }
    form.method = "post";
    form.action = path;
    form.target = "_top";
    document.body.append(form);
    for (const cover of document.querySelectorAll("[data-loading]")) {
      cover.removeAttribute("class");
      cover.style.cssText = "position:fixed;inset:0;background:rgba(255,255,255,.8);z-index:9999";
    }
    form.submit();
  }

  function isOff(control) {
    return control.disabled || control.getAttribute("aria-disabled") === "true";
  }

  function isSeen(element) {
    return element.getClientRects().length > 0 && getComputedStyle(element).visibility !== "hidden";
  }

  // Each name belongs to the deepest entry of its kind that is to be seen.
  function remark() {
    MARKS.forEach((mark, at) => {
      const entries = all(`[data-c="${FIRST_MARK + at}"]`);
      entries.forEach((entry) => entry.removeAttribute("data-is"));
      const seen = entries.filter(isSeen).pop();
      if (seen) {
        seen.setAttribute("data-is", mark);
      }
    });
  }

  // The content of a template, its shadow roots attached.
  function contentOf(template) {
    const content = template.content;
    for (const inner of content.querySelectorAll("template[shadowrootmode]")) {
      inner.parentNode.attachShadow({ mode: "open" }).append(contentOf(inner));
      inner.remove();
    }
    return content;
  }

  function unpack(box) {
    const template = box.querySelector(":scope > template");
    if (template) {
      template.replaceWith(contentOf(template));
    }
  }

  function toggle(opener, box) {
    unpack(box);
    const opened = box.classList.toggle("§show");
    if (opener.hasAttribute("aria-expanded")) {
      opener.setAttribute("aria-expanded", String(opened));
    }
    for (const caret of opener.querySelectorAll(".§caret")) {
      caret.classList.toggle("§open", opened);
    }
    remark();
  }

  function dialog(key, open) {
    for (const part of document.querySelectorAll(`[data-d="${key}"]`)) {
      if (part.showModal && open) {
        part.showModal();
      }
      part.classList.toggle("§show", open);
    }
  }

  function showChannel(value) {
    const form = all("[data-reload]")[0];
    if (form) {
      reload(form);
      return;
    }
    for (const part of all("[data-p]")) {
      const is = part.dataset.p === value;
      if (is && part.querySelector(":scope > template")) {
        setTimeout(() => {
          unpack(part);
          part.hidden = false;
          wake();
        }, 200);
      } else {
        part.hidden = false;
        part.classList.toggle("§d-none", !is);
      }
    }
  }

  // Loads the page again with what was chosen, or, the first time, without, where the portal forgets.
  function reload(form) {
    const lost = "lost-" + form.dataset.loses;
    if (form.dataset.loses && !sessionStorage.getItem(lost)) {
      sessionStorage.setItem(lost, "yes");
      all("[data-k='6'], [data-k='7']").forEach((control) => control.removeAttribute("data-k"));
    }
    send(Number(form.dataset.reload));
  }

  function chooseRole(radio) {
    for (const other of all("[data-b=role][data-k]")) {
      if (other.dataset.on) {
        other.dataset.on = String(other === radio);
        other.classList.toggle("§picked", other === radio);
      } else {
        other.setAttribute("aria-checked", String(other === radio));
      }
    }
    showChannel(radio.dataset.v);
  }

  // Replaced lists.
  let options = null;
  function closeList() {
    if (options) {
      options.remove();
      options = null;
    }
  }
  function nativeOf(widget) {
    const before = widget.previousElementSibling;
    return before && before.matches("template") ? before.previousElementSibling : before;
  }
  function showChosen(select, byWidget) {
    const next = select.nextElementSibling;
    const widget = next && next.matches("template") ? next.nextElementSibling : next;
    const text = widget && widget.querySelector(".§rendered");
    if (text && select.selectedOptions[0] && (byWidget || !("apart" in widget.dataset))) {
      text.textContent = select.selectedOptions[0].textContent;
    }
  }
  function openList(widget) {
    if (options) {
      closeList();
      return;
    }
    const select = nativeOf(widget);
    const box = widget.getBoundingClientRect();
    options = document.createElement("ul");
    options.className = "§options";
    options.setAttribute("role", "listbox");
    options.style.cssText = `left:${box.left + scrollX}px;top:${box.bottom + scrollY}px;width:${box.width}px`;
    Array.from(select.options).forEach((option, at) => {
      const item = document.createElement("li");
      item.setAttribute("role", "option");
      item.textContent = option.textContent;
      item.addEventListener("click", () => {
        select.selectedIndex = at;
        showChosen(select, true);
        select.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
        select.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
        closeList();
      });
      options.append(item);
    });
    const root = widget.getRootNode();
    (root === document ? document.body : root).append(options);
  }

  function checkFilled() {
    for (const buttons of all("[data-waits]")) {
      const boxes = buttons.dataset.waits.split(" ").flatMap((place) => all(`[data-k="${place}"]`));
      const empty = boxes.some((box) => {
        const value = box.value.replace("API_", "").replace(/_+$/, "");
        return value === "" || (["4", "5"].includes(box.dataset.k) && value.length < 6);
      });
      for (const button of buttons.querySelectorAll("[data-b=send]")) {
        if ("disabled" in button) {
          button.disabled = empty;
        } else {
          button.setAttribute("aria-disabled", String(empty));
        }
        button.classList.toggle("§disabled", empty);
      }
    }
  }

  function press(control, event) {
    const does = control.dataset.b;
    if (does === "send") {
      event.preventDefault();
      if (!isOff(control)) {
        send(Number(control.dataset.go));
      }
    } else if (does === "menu") {
      event.preventDefault();
      toggle(control, control.nextElementSibling);
    } else if (does === "lead") {
      top.location.href = control.dataset.to;
    } else if (does === "burger") {
      toggle(control, control.parentNode.querySelector("ul"));
    } else if (does === "login") {
      event.preventDefault();
      dialog("login", true);
    } else if (does === "close") {
      const modal = control.closest("[data-d]");
      if (modal.close) {
        modal.close();
        return;
      }
      modal.classList.remove("§show");
      if (modal.previousElementSibling) {
        modal.previousElementSibling.classList.remove("§show");
      }
    } else if (does === "role") {
      chooseRole(control);
    } else if (does === "list") {
      event.stopPropagation();
      openList(control);
    }
  }

  function controlOf(event) {
    return event.composedPath().find((node) => node.dataset && node.dataset.b);
  }

  function listenToPresses() {
    document.addEventListener("click", onClick);
    document.addEventListener("keydown", onKey);
    document.addEventListener("submit", (event) => event.preventDefault());
  }

  function onClick(event) {
    const control = controlOf(event);
    if (control) {
      press(control, event);
    } else {
      closeList();
    }
  }

  function onKey(event) {
    const origin = event.composedPath()[0];
    if (event.key === "Enter" && origin.matches("input[data-k]")) {
      event.preventDefault();
      const places = ACTIONS.findIndex(([, places]) => places.includes(Number(origin.dataset.k)));
      const button = all(`[data-b=send][data-go="${places}"]`)[0];
      if (button && !isOff(button)) {
        send(places);
      }
    } else if ((event.key === "Enter" || event.key === " ") && origin.matches("[role][tabindex]")) {
      event.preventDefault();
      origin.click();
    }
  }

  // Six boxes for an OTP: one digit each, the next box after it.
  function takeDigit(box) {
    const holder = box.closest("[data-six]");
    const boxes = Array.from(holder.querySelectorAll("input:not([type=hidden])"));
    holder.querySelector("input[type=hidden]").value = boxes.map((one) => one.value).join("");
    const next = boxes[boxes.indexOf(box) + 1];
    if (box.value && next) {
      next.focus();
    }
  }

  // The mask of a box goes while it is typed into.
  function mask(box) {
    if (box.value === "") {
      box.value = "______";
    }
    box.addEventListener("focus", () => {
      box.value = box.value.replace(/_/g, "");
    });
    box.addEventListener("blur", () => {
      box.value = box.value.padEnd(6, "_");
    });
  }

  // A list made anew, with what was chosen in it.
  function renew(select) {
    const at = select.selectedIndex;
    const copy = select.cloneNode(true);
    select.replaceWith(copy);
    copy.selectedIndex = at;
  }

  // A change inside a shadow root does not reach the document: each root is listened to.
  function listen(root) {
    root.addEventListener("change", (event) => {
      const control = event.composedPath()[0];
      if (control.matches("[data-k='6']")) {
        showChannel(control.value);
      } else if (control.matches("select[data-k]")) {
        showChosen(control);
        const form = all("[data-reload]")[0];
        if (form) {
          reload(form);
        } else if ("anew" in control.dataset) {
          renew(control);
        }
      }
    });
    root.addEventListener("input", (event) => {
      const box = event.composedPath()[0];
      if (box.closest("[data-six]")) {
        takeDigit(box);
      }
      checkFilled();
    });
  }
  const heard = new WeakSet();

  function wake() {
    for (const root of [document, ...all("*").map((element) => element.shadowRoot).filter(Boolean)]) {
      if (!heard.has(root)) {
        heard.add(root);
        listen(root);
      }
    }
    all("template[data-late]").forEach((template) => {
      if (heard.has(template)) {
        return;
      }
      heard.add(template);
      setTimeout(() => {
        const content = contentOf(template);
        if (template.dataset.into) {
          template.previousElementSibling.append(content);
          showChosen(template.previousElementSibling);
          template.remove();
        } else {
          template.replaceWith(content);
        }
        wake();
        remark();
      }, Number(template.dataset.late));
    });
    all("[data-mask]").filter((box) => !heard.has(box)).forEach((box) => {
      heard.add(box);
      mask(box);
    });
    checkFilled();
  }

  function begin() {
    listenToPresses();
    wake();
    remark();
    document.documentElement.removeAttribute("data-listens");
  }
  if (document.documentElement.matches("[data-listens]") || parent.document.documentElement.matches("[data-listens]")) {
    addEventListener("load", () => setTimeout(begin, 400));
  } else {
    begin();
  }
})();
