/**
 * The demonstration: the way of a user through the installed package, from two small synthetic
 * corpora of emotional speech ({@code speech}) or faces ({@code face}) to figures of transfer. Not
 * part of the package that is installed. Read {@link emotiontransfer.demo.DemoMain} first, then
 * {@link emotiontransfer.demo.DemoPlan} and {@link emotiontransfer.demo.StepRunner}.
 */
package emotiontransfer.demo;
