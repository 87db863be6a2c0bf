import UPlot from "uplot";
import "uplot/dist/uPlot.min.css";

/** uPlot with its style sheet, for a dynamic import of both. */
export default UPlot;
