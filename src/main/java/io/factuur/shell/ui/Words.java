package io.factuur.shell.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.factuur.shared.Texts;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The words of the pages: the same as those of API, mail and PDF. English first, for whoever reads neither. */
@Component
class Words implements I18NProvider {

    @Override
    public List<Locale> getProvidedLocales() {
        return Texts.LANGUAGES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        return Texts.get(locale, key, arguments);
    }
}
