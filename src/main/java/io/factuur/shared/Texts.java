package io.factuur.shared;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The words people read, from {@code vaadin-i18n/translations[_nl].properties}. Pages get the same words from
 * Vaadin's {@code getTranslation}; this is for the doors without a page: API, mail, PDF.
 */
public final class Texts {

    private static final String BUNDLE = "vaadin-i18n.translations";
    private static final ResourceBundle.Control ENGLISH_IS_THE_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Texts() {}

    /** The text of a key; the key itself where a bundle has none, which a test keeps from happening. */
    public static String get(Locale locale, String key, Object... arguments) {
        try {
            String pattern = ResourceBundle.getBundle(BUNDLE, locale, ENGLISH_IS_THE_FALLBACK)
                    .getString(key);
            return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
        } catch (MissingResourceException missing) {
            return key;
        }
    }
}
