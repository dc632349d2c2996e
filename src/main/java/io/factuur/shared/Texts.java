package io.factuur.shared;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * The words people read, from {@code vaadin-i18n/translations[_xx].properties}, for every door: pages come here
 * through Vaadin's {@code getTranslation}. Each text is a {@link MessageFormat}, also one without arguments.
 */
public final class Texts {

    /** The languages there is a bundle for: English first, for whoever speaks none of them. */
    public static final List<Locale> LANGUAGES = Bundles.languages();

    private static final String BUNDLE = "vaadin-i18n.translations";
    private static final ResourceBundle.Control ENGLISH_IS_THE_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Texts() {}

    /** The languages as settings and programs name them: {@code en, de, nl}. */
    public static String codes() {
        return LANGUAGES.stream().map(Locale::getLanguage).collect(Collectors.joining(", "));
    }

    /** The text of a key; the key itself where a bundle has none, which a test keeps from happening. */
    public static String get(Locale locale, String key, Object... arguments) {
        try {
            String pattern = ResourceBundle.getBundle(BUNDLE, locale, ENGLISH_IS_THE_FALLBACK)
                    .getString(key);
            return new MessageFormat(pattern, locale).format(named(locale, arguments));
        } catch (MissingResourceException missing) {
            return key;
        }
    }

    private static Object[] named(Locale locale, Object... arguments) {
        return Arrays.stream(arguments)
                .map(argument -> switch (argument) {
                    case Labelled labelled -> get(locale, labelled.labelKey());
                    case Locale country -> country.getDisplayCountry(locale);
                    default -> argument;
                })
                .toArray();
    }
}
