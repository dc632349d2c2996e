package io.factuur.invoice;

/**
 * What was used, as far as the paper of its agreement tells it apart; each empty where the usage says nothing.
 *
 * @param group the product order, or the meter's category
 * @param part its part number
 * @param name as the usage described it, or the meter's name
 * @param type the meter's subcategory
 * @param unit what is counted
 */
public record Product(String group, String part, String name, String type, String region, String unit) {

    /** So much of a text as a line has room for; a sign of two halves is not cut in two. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** What only a name is known of. */
    public static Product named(String name) {
        return new Product("", "", name, "", "", "");
    }
}
