package io.factuur;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.ScopeKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code page-actions.txt}: which pages there are, which buttons stand on them, and what each needs. */
final class PageActions {

    static final Path FILE = Path.of("src/test/resources/page-actions.txt");

    private PageActions() {}

    static List<PageLine> read() {
        List<PageLine> pages = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(FILE)) {
                List<String> words = List.of(line.strip().split(" {2,}"));
                if (line.startsWith("page ")) {
                    pages.add(
                            new PageLine(words.get(1), words.get(2), at(words), new ArrayList<>(), new ArrayList<>()));
                } else if (line.startsWith("menu ") || line.startsWith("note ")) {
                    pages.getLast()
                            .papers()
                            .add(new PaperLine(
                                    words.get(1),
                                    words.get(2),
                                    at(words),
                                    words.getFirst().equals("note")));
                } else if (line.startsWith("button ") || line.startsWith("maybe ")) {
                    pages.getLast()
                            .buttons()
                            .add(new ButtonLine(
                                    words.get(1),
                                    words.get(2),
                                    at(words),
                                    words.getFirst().equals("button")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pages;
    }

    private static String at(List<String> words) {
        return words.size() > 3 ? words.get(3) : "";
    }

    /** @param at {@code MCA:PI EA:A}, the first letters as in access-matrix.txt; empty for everywhere */
    private static boolean isAt(String at, AgreementType agreement, ScopeKind kind) {
        return at.isEmpty()
                || List.of(at.split(" ")).stream()
                        .map(one -> one.split(":"))
                        .anyMatch(one -> one[0].equals(agreement.name())
                                && one[1].chars().anyMatch(letter -> AccessMatrix.KINDS.get((char) letter) == kind));
    }

    /** @param papers what the menus of its rows have */
    record PageLine(String route, String needs, String at, List<ButtonLine> buttons, List<PaperLine> papers) {

        boolean isAt(AgreementType agreement, ScopeKind kind) {
            return PageActions.isAt(at, agreement, kind);
        }
    }

    /** @param note whether a credit note has it; else an invoice */
    record PaperLine(String label, String needs, String at, boolean note) {

        boolean isAt(AgreementType agreement, ScopeKind kind) {
            return PageActions.isAt(at, agreement, kind);
        }
    }

    /** @param always whether it is there for whoever may; else only where there is something to use it on */
    record ButtonLine(String label, String needs, String at, boolean always) {

        boolean isAt(AgreementType agreement, ScopeKind kind) {
            return PageActions.isAt(at, agreement, kind);
        }
    }
}
