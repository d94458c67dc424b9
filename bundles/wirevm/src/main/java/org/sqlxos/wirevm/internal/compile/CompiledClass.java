package org.sqlxos.wirevm.internal.compile;

import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.constant.ConstantDescs.BSM_CLASS_DATA_AT;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A hidden class with one method, being made. Objects that its code needs are constants of the
 * class, so that the JIT sees through them.
 */
final class CompiledClass {

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private final List<Object> constants = new ArrayList<>();

  /** Pushes an object. */
  void push(CodeBuilder code, Object constant, Class<?> type) {
    constants.add(constant);
    code.ldc(
        DynamicConstantDesc.ofNamed(
            BSM_CLASS_DATA_AT, "_", descriptor(type), constants.size() - 1));
  }

  /** Calls a static method by its name, of which the class has one. */
  static void call(CodeBuilder code, Class<?> owner, String name) {
    code.invokestatic(descriptor(owner), name, type(method(owner, name)));
  }

  /** Calls a method of an object by its name, of which its class has one. */
  static void callOn(CodeBuilder code, Class<?> owner, String name) {
    if (owner.isInterface()) {
      code.invokeinterface(descriptor(owner), name, type(method(owner, name)));
    } else {
      code.invokevirtual(descriptor(owner), name, type(method(owner, name)));
    }
  }

  private static Method method(Class<?> owner, String name) {
    for (Method method : owner.getDeclaredMethods()) {
      if (method.getName().equals(name)) {
        return method;
      }
    }
    throw new IllegalStateException(owner + " has no method " + name);
  }

  private static MethodTypeDesc type(Method method) {
    return MethodTypeDesc.of(
        descriptor(method.getReturnType()),
        List.of(method.getParameterTypes()).stream().map(CompiledClass::descriptor).toList());
  }

  static ClassDesc descriptor(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }

  /**
   * @param contract the interface with the one method that {@code body} is the code of
   */
  <T> T make(Class<T> contract, Consumer<CodeBuilder> body) {
    Method method =
        List.of(contract.getMethods()).stream()
            .filter(each -> !each.isDefault())
            .findFirst()
            .orElseThrow();
    byte[] bytes =
        ClassFile.of()
            .build(
                ClassDesc.of(CompiledClass.class.getPackageName(), "Compiled"),
                made ->
                    made.withFlags(ACC_PUBLIC | ACC_FINAL)
                        .withInterfaceSymbols(descriptor(contract))
                        .withMethodBody(
                            "<init>",
                            MTD_void,
                            ACC_PUBLIC,
                            code ->
                                code.aload(0)
                                    .invokespecial(CD_Object, "<init>", MTD_void)
                                    .return_())
                        .withMethodBody(method.getName(), type(method), ACC_PUBLIC, body));
    try {
      Class<?> defined =
          LOOKUP.defineHiddenClassWithClassData(bytes, List.copyOf(constants), true).lookupClass();
      return contract.cast(defined.getConstructor().newInstance());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a compiled class cannot be made", e);
    }
  }
}
