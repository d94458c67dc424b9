package org.sqlxos.wirevm.internal.compile;

import java.lang.classfile.CodeBuilder;
import java.util.List;
import java.util.Optional;
import org.sqlxos.wirevm.internal.frame.BodyReader;
import org.sqlxos.wirevm.internal.frame.NumberForm;
import org.sqlxos.wirevm.internal.protocol.Field;
import org.sqlxos.wirevm.internal.protocol.Field.Part;

/** Compiles the fields of the message that rows come in into the code that finds their values. */
public final class RowCompiler {

  private static final int INPUT = 1;
  private static final int COLUMNS = 2;
  private static final int WIDTHS = 3;
  private static final int PLACES = 4;

  private final CompiledClass made = new CompiledClass();
  private Optional<Field.NullBits> bits = Optional.empty();

  private RowCompiler() {}

  /** Whether a message has values of columns in it. */
  public static boolean holdsValues(List<Field> fields) {
    return fields.stream().anyMatch(Field.Each.class::isInstance);
  }

  public static RowReader compile(List<Field> fields) {
    RowCompiler compiler = new RowCompiler();
    return compiler.made.make(
        RowReader.class,
        code -> {
          fields.forEach(field -> compiler.field(code, field));
          code.return_();
        });
  }

  private void field(CodeBuilder code, Field field) {
    switch (field) {
      case Field.Constant constant -> skip(code, constant.form().bytes());
      case Field.Padding padding -> skip(code, padding.bytes());
      case Field.NullBits missing -> bits = Optional.of(missing);
      case Field.Count count -> {
        code.aload(INPUT);
        CompiledClass.callOn(code, BodyReader.class, Numbers.take(count.form()));
        code.iload(COLUMNS);
        CompiledClass.call(code, Rows.class, "requireCount");
      }
      case Field.Each each -> each.parts().forEach(part -> part(code, part));
      case Field.Number _,
          Field.Text _,
          Field.LastNumber _,
          Field.Bytes _,
          Field.Literal _,
          Field.When _,
          Field.Repeat _,
          Field.Keyed _,
          Field.Texts _,
          Field.Rows _,
          Field.Type _,
          Field.Columns _,
          Field.Tree _ ->
          throw new IllegalStateException("a field that rows do not have");
    }
  }

  private static void skip(CodeBuilder code, int bytes) {
    code.aload(INPUT).loadConstant(bytes);
    CompiledClass.callOn(code, BodyReader.class, "skip");
  }

  private void part(CodeBuilder code, Part part) {
    switch (part) {
      case Part.Value value -> value(code, value);
      case Part.BareValue bare -> {
        code.aload(INPUT).aload(WIDTHS).aload(PLACES);
        int offset = bits.orElseThrow().offset();
        made.push(code, new Rows.Bare(offset, bare.length()), Rows.Bare.class);
        CompiledClass.call(code, Rows.class, "bare");
      }
      case Part.Cell cell -> {
        code.aload(INPUT).iload(COLUMNS).aload(PLACES);
        made.push(code, cell, Part.Cell.class);
        CompiledClass.call(code, Cells.class, "row");
      }
      case Part.FormatCode _, Part.TypeCode _ ->
          throw new IllegalStateException("a part that rows do not have");
    }
  }

  private void value(CodeBuilder code, Part.Value value) {
    code.aload(INPUT).iload(COLUMNS).aload(PLACES);
    if (value.length().equals(new NumberForm.Fixed(4, true, false))) {
      code.loadConstant((int) value.none());
      CompiledClass.call(code, Rows.class, "countedByIntBig");
      return;
    }
    made.push(code, lengths(value.length()), Rows.LengthReader.class);
    code.loadConstant(value.none());
    CompiledClass.call(code, Rows.class, "counted");
  }

  private static Rows.LengthReader lengths(NumberForm form) {
    return switch (form) {
      case NumberForm.Prefixed p ->
          from -> from.takePrefixed(p.inline(), p.none(), p.two(), p.three(), p.eight());
      case NumberForm.Fixed fixed -> fixed(fixed);
    };
  }

  private static Rows.LengthReader fixed(NumberForm.Fixed form) {
    return switch (form.bytes()) {
      case 1 -> BodyReader::takeByte;
      case 2 -> form.little() ? BodyReader::takeShortLittle : BodyReader::takeShortBig;
      case 3 -> form.little() ? BodyReader::takeMediumLittle : BodyReader::takeMediumBig;
      case 4 -> form.little() ? BodyReader::takeSignedIntLittle : BodyReader::takeSignedIntBig;
      default -> form.little() ? BodyReader::takeLongLittle : BodyReader::takeLongBig;
    };
  }
}
