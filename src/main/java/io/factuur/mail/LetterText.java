package io.factuur.mail;

import java.util.ArrayList;
import java.util.List;

/** A letter as plain text. */
final class LetterText {

    private LetterText() {}

    static String of(Letter letter) {
        List<String> blocks = new ArrayList<>();
        if (letter.notice() != null) {
            blocks.add("* " + OutgoingMail.oneLine(letter.notice()) + " *");
        }
        blocks.add(OutgoingMail.oneLine(letter.heading()));
        letter.paragraphs().forEach(paragraph -> blocks.add(OutgoingMail.oneLine(paragraph)));
        if (!letter.facts().isEmpty()) {
            blocks.add(facts(letter.facts()));
        }
        if (letter.button() != null) {
            blocks.add(link(letter.button()));
        }
        List<String> small = new ArrayList<>(
                letter.smallPrint().stream().map(OutgoingMail::oneLine).toList());
        letter.smallLinks().forEach(link -> small.add(link(link)));
        if (!small.isEmpty()) {
            // The line that mail programs take for the start of a signature.
            blocks.add("-- \n" + String.join("\n", small));
        }
        return String.join("\n\n", blocks) + "\n";
    }

    private static String facts(List<Letter.Fact> facts) {
        int widest =
                facts.stream().mapToInt(fact -> fact.label().length()).max().orElse(0);
        return String.join(
                "\n",
                facts.stream()
                        .map(fact -> fact.label() + ":"
                                + " ".repeat(widest - fact.label().length() + 1) + fact.value())
                        .toList());
    }

    private static String link(Letter.Link link) {
        return link.label() + ":\n" + link.url();
    }
}
