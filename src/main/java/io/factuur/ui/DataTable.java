package io.factuur.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A small table of a few rows, beside a chart or in a card; anything longer is a grid. */
public class DataTable extends NativeTable {

    private final List<Boolean> numeric = new ArrayList<>();
    private final NativeTableRow head = new NativeTableRow();

    public DataTable(String... headers) {
        addClassName("data-table");
        getHead().add(head);
        for (String header : headers) {
            column(header, false);
        }
    }

    /** A further column, of figures. */
    public DataTable withNumber(String header) {
        column(header, true);
        return this;
    }

    public DataTable row(String... cells) {
        return row(Arrays.stream(cells).map(Text::new).toArray(Component[]::new));
    }

    /** With links or badges in it. */
    public DataTable row(Component... cells) {
        NativeTableRow row = new NativeTableRow();
        for (int i = 0; i < cells.length; i++) {
            NativeTableCell cell = new NativeTableCell(cells[i]);
            cell.setClassName("number", numeric.get(i));
            row.add(cell);
        }
        getBody().add(row);
        return this;
    }

    private void column(String header, boolean number) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(header);
        cell.getElement().setAttribute("scope", "col");
        cell.setClassName("number", number);
        head.add(cell);
        numeric.add(number);
    }
}
