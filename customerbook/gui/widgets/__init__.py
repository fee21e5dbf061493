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
           menu.Menu().add(text, then, icon=, keys=, danger=)  .add_heading .addSeparator
Choices    chip.Chip(text, height=24|32, icon=, checkable=)    exclusive in a QButtonGroup
           removable_chip.RemovableChip(text, explained)       pressing takes a tag or filter away
           picker.Picker(host, anchor, offers, label=)         popup with type-ahead; .chosen(value)
           segmented.Segmented([Part(value, text, icon)], value, label=)  .chosen(value)
           outcome_row.OutcomeRow([Outcome(value, text, icon, tone)])     .chosen(value)
           faces.FacesRow(rating)                              .rated(1..5, 0 taken back)
           toggles.CheckBox(text, hint=), RadioButton, Switch(name)
           choice.Choice([Option(value, text, icon)], value)   .value() .choose(value)
           choice_card.ChoiceCard(icon, text, hint)            large, exclusive in one parent
           month.Month(today)                                  .chosen(date) .show_marks(marks)
States     chip.StateChip(text, tone), chip.Badge(text, tone, icon=)
           tones: green amber red blue neutral
           banner.Banner(text, tone, icon=, action=), Warnings(WarningLine(what, instead)…)
           banner.ProgressLine().show_share(0..1)
           avatar.Avatar(name, initials, kind=, identity=, size=)
           empty_state.EmptyState(heading, sentence, button=), StepRow(icon, what, why, end)
Fields     text_field.TextField(text, icon=, hint=, clearable=, secret=)  .show_error(sentence)
           note_field.NoteField(text, lines=)                  several lines, Tab leaves it
           search_field.SearchField(placeholder, keys=)        the top bar's
           strength_meter.StrengthMeter().show_strength(bars, word, hint)
Forms      margin_form.MarginForm(margin=120)                  .add_row(label, *widgets) -> FormRow
           .add_band() -> FormBand                             amber rows; row.show_error(sentence)
           margin_form.FieldError(sentence)
Surfaces   card.Card(padding=), .add_row(widget)               rows divided by lines; card.RuleLine
           flow.Flow(*widgets), flow.FlowLayout                a row that wraps
           sheet.Sheet(host, title, width=480|640|800|1088|1216)  .set_body .set_foot .open .closed
           paper.Paper(), PopupPaper(), draw_pages             a page with another one below it
           field_popup.FieldPopup(host, field, label=)         palette and picker are made of it
           scroll_area.ScrollArea(matter)                      width.keep_width(widget, pixels)
           toast.Toast(host).say(text, undo=callable), toast.BulkBar(host)
           cover.Cover(shop, foot=)                            beside sign-in and first run
Lists      row_list.RowList(delegate, label=, fits=), RowModel().show_rows([(id, view)])
           margin_row.MarginRowDelegate(dense=, actions=)      Today, Follow-ups: MarginRowView
           customer_row.CustomerRowDelegate()                  customers: CustomerRowView
           line_row.LineRowDelegate(dense=)                    side lists: LineRowView
           views in row_view; delegates emit done main snooze opened with the row's index
           RowList.tab_moved -> Card.join                      the selected row joins the card
           paragraph.paint_highlighted, lay_out                what a search matched; kept layouts
Window     rail.Rail(shop)                                     .add_page .add_below .chosen(value)

Rows of fields and buttons stand 8 px apart; the focus ring is drawn outside of a control by
`focus_ring` and takes no room. Heights grow with the text size: `theme.current().px(40)`.
What was painted stays laid out for the next time; `paragraph.forget_texts()` drops it when the
book is locked.
"""
