package io.factuur.file.ui;

import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.factuur.file.FileState;
import io.factuur.file.PreparedFile;
import io.factuur.ui.Formats;
import io.factuur.ui.StillGrid;
import java.time.Clock;
import java.time.Duration;
import java.util.StringJoiner;
import java.util.function.Consumer;

/** Prepared files, one below the other; wide screens show each in one line. */
class DownloadGrid extends StillGrid<PreparedFile> {

    private static final String ROW = """
            <div class="download">
              <div class="download-what">
                <span class="download-title">${item.title}</span>
                <span class="quiet">${item.kind}</span>
                <span class="quiet id">${item.name}</span>
              </div>
              <div class="download-state">
                <span class="badge badge-${item.tone}">${item.state}</span>
                <progress max="100" value="${item.percent}" ?hidden="${!item.underWay}"
                  aria-label="${item.progress}"></progress>
                <span class="quiet">${item.detail}</span>
              </div>
              <div class="download-actions">
                <a class="button-link primary" href="${item.content}" router-ignore download
                  ?hidden="${!item.ready}">${item.download}</a>
                <a class="button-link" href="${item.manifest}" router-ignore target="_blank"
                  ?hidden="${!item.ready}">${item.check}</a>
                <button class="button-link" ?hidden="${!item.over}" @click="${again}">${item.again}</button>
                <button class="button-link" @click="${cancel}">${item.cancel}</button>
              </div>
            </div>""";

    private final Formats formats = Formats.here();
    private final Clock clock;

    DownloadGrid(Clock clock, Consumer<PreparedFile> cancel, Consumer<PreparedFile> again) {
        this.clock = clock;
        addClassName("downloads");
        addThemeVariants(GridVariant.NO_ROW_BORDERS);
        setSelectionMode(SelectionMode.NONE);
        setPageSize(30);
        addColumn(LitRenderer.<PreparedFile>of(ROW)
                        .withProperty("title", PreparedFile::title)
                        .withProperty("kind", file -> getTranslation("file.kind." + file.kind()))
                        .withProperty("name", PreparedFile::name)
                        .withProperty("tone", file -> tone(file.state()))
                        .withProperty(
                                "state", file -> getTranslation(file.state().labelKey()))
                        .withProperty("percent", PreparedFile::percent)
                        .withProperty("progress", file -> getTranslation("downloads.progress", file.title()))
                        .withProperty("underWay", file -> file.state().isUnderWay())
                        .withProperty("ready", file -> file.state() == FileState.READY)
                        .withProperty("over", DownloadGrid::isOver)
                        .withProperty("detail", this::detail)
                        .withProperty("content", file -> "api/v1/files/" + file.id() + "/content")
                        .withProperty("manifest", file -> "api/v1/files/" + file.id() + "/manifest")
                        .withProperty("download", file -> getTranslation("downloads.download"))
                        .withProperty("check", file -> getTranslation("downloads.manifest"))
                        .withProperty("again", file -> getTranslation("downloads.again"))
                        .withProperty(
                                "cancel",
                                file -> getTranslation(
                                        file.state().isUnderWay() ? "downloads.cancel" : "downloads.remove"))
                        .withFunction("cancel", cancel::accept)
                        .withFunction("again", again::accept))
                .setHeader(getTranslation("downloads.title"));
    }

    /** Rows done of total and the time left; rows, size and expiry; or what went wrong. */
    String detail(PreparedFile file) {
        if (file.problem() != null) {
            return getTranslation(file.problem());
        }
        StringJoiner words = new StringJoiner(" · ");
        if (file.state().isUnderWay()) {
            words.add(getTranslation(counted(file) + "-done", file.rowsDone(), file.rowsTotal()));
            file.timeLeft(clock.instant()).map(this::left).ifPresent(words::add);
        } else if (file.state() == FileState.READY) {
            words.add(getTranslation(counted(file), file.rowsTotal()));
            if (file.size() != null) {
                words.add(formats.size(file.size()));
            }
            if (file.expiresAt() != null) {
                words.add(getTranslation("downloads.until", formats.dateTime(file.expiresAt())));
            }
        } else {
            words.add(formats.dateTime(file.askedAt()));
        }
        return words.toString();
    }

    /** Key of what such a file is counted in. */
    private static String counted(PreparedFile file) {
        return file.kind().equals("invoices") ? "downloads.invoices" : "downloads.rows";
    }

    private String left(Duration left) {
        long seconds = Math.max(1, left.toSeconds());
        return seconds < 90
                ? getTranslation("downloads.left.seconds", seconds)
                : getTranslation("downloads.left.minutes", (seconds + 59) / 60);
    }

    private static boolean isOver(PreparedFile file) {
        return file.state() != FileState.READY && !file.state().isUnderWay();
    }

    private static String tone(FileState state) {
        return switch (state) {
            case WAITING, RUNNING -> "info";
            case READY -> "good";
            case FAILED -> "bad";
            case CANCELLED, EXPIRED -> "neutral";
        };
    }
}
