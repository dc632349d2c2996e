package io.factuur.invoice.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.factuur.invoice.Downloads.Download;
import io.factuur.ui.DataTable;
import io.factuur.ui.Formats;
import java.util.List;

/** Who downloaded what, for those who may see who has access. */
class DownloadsCard extends Section {

    DownloadsCard(List<Download> downloads) {
        Formats formats = Formats.here();
        addClassName("card");
        add(new H2(getTranslation("invoice.downloads")));
        if (downloads.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("invoice.downloads.none"));
            none.addClassName("quiet");
            add(none);
            return;
        }
        DataTable table = new DataTable(
                getTranslation("invoice.downloads.who"),
                getTranslation("invoice.downloads.when"),
                getTranslation("invoice.downloads.what"));
        downloads.forEach(done -> table.row(
                done.person(), formats.dateTime(done.at()), done.kind().equals("zip") ? "ZIP" : done.kind()));
        add(table);
    }
}
