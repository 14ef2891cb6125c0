package org.espalier.nas.dashboard.access;

import io.javalin.config.JavalinConfig;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import io.javalin.http.ServiceUnavailableResponse;
import io.javalin.http.TooManyRequestsResponse;
import io.javalin.http.UnauthorizedResponse;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Refusal of requests without token or password, or that are not meant for this server. */
public final class AccessGate {

  private static final String TOKEN = "token";
  private static final String LOGIN = "/login";

  /** More than the form of the longest password needs. */
  private static final int LOGIN_BYTES = 2048;

  /** A login that is sent slowly holds a thread. */
  private static final int LOGINS_AT_ONCE = 4;

  private static final String BEARER = "Bearer ";
  private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);
  private static final String CONTENT_POLICY = "Content-Security-Policy";
  private static final String REFERRER_POLICY = "Referrer-Policy";
  private static final String FETCH_SITE = "Sec-Fetch-Site";
  private static final String AGAIN =
      "<!doctype html><title>Espalier</title><meta http-equiv=\"refresh\" content=\"0;url=/\">";

  /** Nothing from elsewhere, no scripts within pages; charts set styles of their elements. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final String LOGIN_POLICY =
      POLICY.replace("form-action 'none'", "form-action 'self'");

  private final AccessSettings settings;
  private final IntSupplier port;
  private final AllowedHosts hosts;
  private final GuessLimit guesses;
  private final Semaphore logins = new Semaphore(LOGINS_AT_ONCE);
  private final AccessToken token = AccessToken.random();
  private final AtomicReference<@Nullable AccessToken> once = new AtomicReference<>();

  /**
   * Creates the gate.
   *
   * @param port returns the server's port once it runs
   */
  public AccessGate(AccessSettings settings, IntSupplier port, InstantSource clock) {
    this.settings = settings;
    this.port = port;
    this.hosts = new AllowedHosts(settings.bind(), settings.hostNames());
    this.guesses = new GuessLimit(clock);
  }

  /** Guards all routes, and adds that of the login. */
  public void register(JavalinConfig config) {
    config.routes.before(this::guard);
    config.routes.post(LOGIN, this::login);
  }

  /** Returns the address to open in a browser, with the token unless a password is asked for. */
  public String address() {
    return address(token);
  }

  /**
   * Returns an address that can be opened once: other users of this machine can read it in the
   * arguments of the browser.
   */
  public String addressToOpen() {
    AccessToken fresh = AccessToken.random();
    once.set(fresh);
    return address(fresh);
  }

  private String address(AccessToken shown) {
    String address = "http://" + settings.authority(port.getAsInt()) + "/";
    return settings.password() == null ? address + "?" + TOKEN + "=" + shown.text() : address;
  }

  private void guard(Context context) {
    context.header(CONTENT_POLICY, POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header(REFERRER_POLICY, "no-referrer");
    context.header("Cache-Control", "no-store");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    if (!hosts.allow(context.header("Host"), context.header("Origin")) || isSentByOthers(context)) {
      throw new ForbiddenResponse("This request is for another server.");
    }
    boolean front = context.path().equals("/");
    if (front && isTokenOfAddress(context.queryParam(TOKEN))) {
      admit(context);
    } else if (!isLogin(context) && !isKnown(context)) {
      refuse(context, front);
    }
  }

  /**
   * Returns true for a request that changes something and comes from a page of another site or
   * port, which browsers tell apart.
   */
  private static boolean isSentByOthers(Context context) {
    String site = context.header(FETCH_SITE);
    return site != null
        && !READING.contains(context.method())
        && !site.equals("same-origin")
        && !site.equals("none");
  }

  private boolean isTokenOfAddress(@Nullable String given) {
    AccessToken single = once.get();
    return token.is(given)
        || (single != null && single.is(given) && once.compareAndSet(single, null));
  }

  private boolean isLogin(Context context) {
    return settings.password() != null
        && context.path().equals(LOGIN)
        && context.method().equals(HandlerType.POST);
  }

  private boolean isKnown(Context context) {
    return token.is(context.cookie(cookie()))
        || bearer(context)
            .filter(given -> token.is(given) || isPassword(context, given))
            .isPresent();
  }

  private static Optional<String> bearer(Context context) {
    String header = context.header("Authorization");
    return Optional.ofNullable(header)
        .filter(text -> text.startsWith(BEARER))
        .map(text -> text.substring(BEARER.length()).strip());
  }

  /**
   * Returns true if a text is the password.
   *
   * @throws TooManyRequestsResponse after too many guesses
   */
  private boolean isPassword(Context context, String given) {
    if (settings.password() == null) {
      return false;
    }
    countGuess(context);
    return isRight(context, given);
  }

  private void countGuess(Context context) {
    if (!guesses.tryGuess(context.ip())) {
      throw new TooManyRequestsResponse("Too many wrong passwords. Wait a minute.");
    }
  }

  private boolean isRight(Context context, @Nullable String given) {
    Password password = settings.password();
    boolean right = password != null && password.is(given);
    if (right) {
      guesses.right(context.ip());
    }
    return right;
  }

  private void refuse(Context context, boolean front) {
    if (front && "cross-site".equals(context.header(FETCH_SITE))) {
      // Browsers keep the cookie back when a link of another site leads here, but not from here.
      context.status(HttpStatus.UNAUTHORIZED).html(AGAIN);
      context.skipRemainingHandlers();
      return;
    }
    if (settings.password() == null) {
      throw new UnauthorizedResponse("Open the address that nas dashboard printed.");
    }
    if (!front) {
      throw new UnauthorizedResponse("Open the first page and log in.");
    }
    ask(context, "");
    context.skipRemainingHandlers();
  }

  private void login(Context context) {
    int length = context.contentLength();
    if (length < 0 || length > LOGIN_BYTES) {
      throw new ContentTooLargeResponse(
          "A login states its length, of at most %d bytes.".formatted(LOGIN_BYTES));
    }
    if (isRight(context, passwordOf(context))) {
      admit(context);
    } else {
      ask(context, "That is not the password.");
    }
  }

  /** Reads a login, which counts as a guess even if it never arrives. */
  private @Nullable String passwordOf(Context context) {
    if (!logins.tryAcquire()) {
      throw new ServiceUnavailableResponse("Others are logging in. Try again in a moment.");
    }
    try {
      countGuess(context);
      return context.formParam("password");
    } finally {
      logins.release();
    }
  }

  private static void ask(Context context, String message) {
    context.header(CONTENT_POLICY, LOGIN_POLICY);
    // Without referrer, browsers do not say from which page a form was sent.
    context.header(REFERRER_POLICY, "same-origin");
    context.status(HttpStatus.UNAUTHORIZED).html(LoginPage.text(message));
  }

  private void admit(Context context) {
    String origin = context.header("Origin");
    boolean encrypted = origin != null && origin.startsWith("https:");
    context.cookie(
        new Cookie(cookie(), token.text(), "/", -1, encrypted, true, null, SameSite.STRICT));
    context.redirect("/", HttpStatus.SEE_OTHER);
    context.skipRemainingHandlers();
  }

  /** Browsers send cookies to all ports of a host. */
  private String cookie() {
    return "espalier-" + port.getAsInt();
  }
}
