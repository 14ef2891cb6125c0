package org.espalier.nas.dashboard.access;

/** The page that asks for the password. */
final class LoginPage {

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Espalier</title>
        <link rel="icon" href="data:,">
        <style>
          :root { color-scheme: light dark; }
          body { font: 16px/1.5 system-ui, sans-serif; display: grid; place-items: center; min-height: 90vh; margin: 0; }
          form { display: grid; gap: 0.7rem; width: min(20rem, 88vw); }
          h1 { font-size: 1.4rem; margin: 0; }
          p { margin: 0; min-height: 1.5em; }
          input, button { font: inherit; padding: 0.45rem 0.6rem; }
        </style>
      </head>
      <body>
        <form method="post" action="/login">
          <h1>Espalier</h1>
          <input type="text" name="user" value="espalier" autocomplete="username" hidden>
          <label for="password">Password</label>
          <input id="password" name="password" type="password" autocomplete="current-password" required autofocus>
          <button>Show the searches</button>
          <p role="alert">MESSAGE</p>
        </form>
      </body>
      </html>
      """;

  private LoginPage() {}

  /**
   * Returns the page.
   *
   * @param message a sentence of this program, which is written as it is
   */
  static String text(String message) {
    return PAGE.replace("MESSAGE", message);
  }
}
