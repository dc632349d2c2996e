package io.factuur.shell.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.factuur.security.CurrentPerson;
import io.factuur.security.ReadingHabits;
import io.factuur.shared.Texts;
import io.factuur.ui.Formats;
import io.factuur.ui.Languages;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/** Gives each page that is opened its language, its time zone and its colours, and words for when the line breaks. */
@Component
class Opening implements VaadinServiceInitListener {

    private static final int TRY_AGAIN_MILLIS = 2_000;

    private final CurrentPerson me;
    private final ReadingHabits habits;

    Opening(CurrentPerson me, ReadingHabits habits) {
        this.me = me;
        this.habits = habits;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(info -> messages(info.getLocale()));
        event.getSource().addSessionInitListener(opened -> opened.getSession().setErrorHandler(new LastResort()));
        event.getSource().addUIInitListener(opened -> open(opened.getUI()));
        event.addIndexHtmlRequestListener(Opening::dress);
    }

    private void open(UI ui) {
        VaadinRequest request = VaadinRequest.getCurrent();
        Locale language = me.find().flatMap(habits::language).orElseGet(() -> Languages.of(request));
        ui.getSession().setLocale(language);
        ui.setLocale(language);
        Formats.use(ui, me.find().flatMap(habits::timeZone).orElseGet(() -> zoneOf(ui)));
        ui.getReconnectDialogConfiguration().setDialogText(ui.getTranslation("connection.lost"));
        ui.getReconnectDialogConfiguration().setDialogTextGaveUp(ui.getTranslation("connection.gone"));
        ui.getReconnectDialogConfiguration().setReconnectInterval(TRY_AGAIN_MILLIS);
        ui.getElement().setAttribute("data-connection-back", ui.getTranslation("connection.back"));
        ui.getPage().addJavaScript("scripts/connection.js");
        ColourScheme.of(request).applyTo(ui.getPage());
    }

    private static ZoneId zoneOf(UI ui) {
        ExtendedClientDetails browser = ui.getInternals().getExtendedClientDetails();
        try {
            return browser == null || browser.getTimeZoneId() == null
                    ? ZoneOffset.UTC
                    : ZoneId.of(browser.getTimeZoneId());
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    /** What must be right before the first byte of script runs: no flash of the wrong colours. */
    private static void dress(IndexHtmlResponse response) {
        Document page = response.getDocument();
        Locale language = Languages.of(response.getVaadinRequest());
        Element html = page.selectFirst("html");
        if (html != null) {
            html.attr("lang", language.toLanguageTag());
            html.attr(
                    "style",
                    "color-scheme: "
                            + ColourScheme.of(response.getVaadinRequest()).css());
        }
        page.head()
                .appendElement("link")
                .attr("rel", "icon")
                .attr("type", "image/svg+xml")
                .attr("href", "icons/logo.svg");
        page.head().appendElement("meta").attr("name", "description").attr("content", Texts.get(language, "app.claim"));
        page.body().appendElement("noscript").text(Texts.get(language, "app.noscript"));
    }

    private static SystemMessages messages(Locale locale) {
        CustomizedSystemMessages words = new CustomizedSystemMessages();
        words.setSessionExpiredCaption(Texts.get(locale, "session.expired"));
        words.setSessionExpiredMessage(Texts.get(locale, "session.expired.detail"));
        words.setSessionExpiredNotificationEnabled(true);
        words.setInternalErrorCaption(Texts.get(locale, "error.title"));
        words.setInternalErrorMessage(Texts.get(locale, "problem.unexpected"));
        words.setCookiesDisabledCaption(Texts.get(locale, "error.title"));
        words.setCookiesDisabledMessage(Texts.get(locale, "session.cookies"));
        return words;
    }
}
