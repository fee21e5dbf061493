"""The widgets every page is built of; each paints itself from the theme and needs no style sheet.

Nothing here knows the book: pages hand in words and plain views. Import from the modules.

Words      label.Label(text, style, role, wrap=, spans=)       text in a style; never markup
           label.ElidedLabel, label.IconLabel                  cut with "…"; an icon alone
           heading.PageTitle(text, fact, *ends), SectionHeading(text, count, end=), Link(text)
           paragraph.bold(text, part), marks(places), Paragraph  parts that stand out, wrapped text
           keys.KeyHint("Ctrl+F")                              a key cap
Buttons    button.Button(text, kind=, icon=, keys=, height=32|40|44, tone=)
           button.IconButton(icon, name, kind=, size=)         the name is tooltip and spoken
           split_button.SplitButton(text, menu, icon=, keys=)  the Log button; Down opens the menu
           `explain(reason)` on all of them says why one is disabled
Choices    chip.Chip(text, height=24|32, icon=, checkable=)    exclusive in a QButtonGroup
           segmented.Segmented([Part(value, text, icon)], value, label=)  .chosen(value)
           toggles.CheckBox(text, hint=), RadioButton, Switch(name)
           choice.Choice([Option(value, text, icon)], value)   .value() .choose(value)
States     chip.StateChip(text, tone), chip.Badge(text, tone, icon=)
           tones: green amber red blue neutral
           avatar.Avatar(name, initials, kind=, identity=, size=)
Fields     text_field.TextField(text, icon=, hint=, clearable=, secret=)  .show_error(sentence)
           note_field.NoteField(text, lines=)                  several lines, Tab leaves it
           search_field.SearchField(placeholder, keys=)        the top bar's
Forms      margin_form.MarginForm(margin=120)                  .add_row(label, *widgets) -> FormRow
           .add_band() -> FormBand                             amber rows; row.show_error(sentence)
           margin_form.FieldError(sentence)
Surfaces   card.Card(padding=), .add_row(widget)               rows divided by lines; card.RuleLine
           flow.Flow(*widgets), flow.FlowLayout                a row that wraps
           sheet.Sheet(host, title, width=480|640|800|1088|1216)  .set_body .set_foot .open .closed
           toast.Toast(host).say(text, undo=callable), toast.BulkBar(host)
Lists      row_list.RowList(delegate, label=, fits=), RowModel().show_rows([(id, view)])
           margin_row.MarginRowDelegate(dense=, actions=)      Today, Follow-ups: MarginRowView
           customer_row.CustomerRowDelegate()                  customers: CustomerRowView
           line_row.LineRowDelegate(dense=)                    side lists: LineRowView
           views in row_view; delegates emit done main snooze opened with the row's index
           paragraph.paint_highlighted                         what a search matched
Window     rail.Rail(shop)                                     .add_page .add_below .chosen(value)

Rows of fields and buttons stand 8 px apart; the focus ring is drawn outside of a control by
`focus_ring` and takes no room. Heights grow with the text size: `theme.current().px(40)`.
"""
