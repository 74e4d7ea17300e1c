// What the screens do without the server.
$(function () {
  "use strict";

  // The overlay over everything, from a press that asks the server for a page until that page comes.
  function load() {
    $("#loading").removeClass("d-none");
  }
  $(document).on("click", "a[href^='/']:not(.btnnoloading)", load);
  $(document).on("submit", "form", function (event) {
    if (!event.isDefaultPrevented()) {
      load();
    }
  });
  // Back brings the page as it was left.
  $(window).on("pageshow", function (event) {
    if (event.originalEvent.persisted) {
      $("#loading").addClass("d-none");
    }
  });

  $("[data-toggle='tooltip']").tooltip();
  $(".exampleModal").modal("show");

  // The login dialog: a new picture, and the password hashed before it leaves the page.
  $("#refreshCaptcha").on("click", function (event) {
    event.preventDefault();
    $("#captcha_image").attr("src", "/get-captcha-image?" + Date.now());
  });
  $("#frmLogin").on("submit", function () {
    const password = $("#txt_password");
    password.val(sha256(sha256(password.val()) + $("#Salt").val()));
  });

  // The registration form: what follows a choice of channel, shown at once or by loading the page again.
  const form = $("#frmApiUser");
  const again = form.data("reload");
  form.on("change", again ? "[name='RegisterThrough'], #ddlGsp" : "[name='RegisterThrough']", function () {
    if (again) {
      load();
      form.attr("action", again);
      // A button of the form is named "submit", and stands in front of the form's own function.
      HTMLFormElement.prototype.submit.call(form[0]);
      return;
    }
    const chosen = this.value;
    form.find("[data-channel]").each(function () {
      $(this).toggleClass("d-none", this.dataset.channel !== chosen);
    });
  });

  function strength(password) {
    const classes = [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password)).length;
    if (password === "") {
      return ["", ""];
    }
    if (password.length < 8 || classes < 3) {
      return ["Weak!", "text-danger"];
    }
    return classes < 4 ? ["Medium!", "text-warning"] : ["Strong!", "text-success"];
  }
  $("#txtApiPassword").on("input", function () {
    const [word, colour] = strength(this.value);
    $("#spnStrength").text(word).attr("class", colour);
  });
});
