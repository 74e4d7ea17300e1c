// Loaded before every other script.
(function () {
  "use strict";

  // Under the strictest policy jQuery and Bootstrap may only write markup through a policy of this name.
  if (window.trustedTypes && trustedTypes.createPolicy) {
    const asIs = (text) => text;
    trustedTypes.createPolicy("default", { createHTML: asIs, createScript: asIs, createScriptURL: asIs });
  }

  // Every error that nobody catches is told to the server, so that tests can ask for them. A picture is the one request
  // that the strictest policy allows.
  function tell(what) {
    new Image().src = "/practice/errors?what=" + encodeURIComponent(String(what).slice(0, 500));
  }
  window.addEventListener("error", (event) => tell(event.message + " (" + event.filename + ":" + event.lineno + ")"));
  window.addEventListener("unhandledrejection", (event) => tell("unhandled rejection: " + event.reason));

  // What the server has to say, where the policy forbids it to say it in an inline script.
  document.addEventListener("DOMContentLoaded", () => {
    const words = document.body.dataset.alert;
    if (words) {
      alert(words);
    }
  });
})();
